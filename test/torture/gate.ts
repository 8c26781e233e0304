import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A fixed address in front of a server whose port changes when it starts again; and a wire that can be cut. */
export class Gate {
  private readonly open = new Set<Socket>();
  /** Port of the server behind; 0 while there is none. */
  target = 0;

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.forward(socket));
  }

  static async listen(): Promise<Gate> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Gate(server);
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Cuts every connection, without a goodbye. @returns how many */
  cut(): number {
    const cut = Math.ceil(this.open.size / 2);
    for (const socket of this.open) socket.destroy();
    return cut;
  }

  async close(): Promise<void> {
    this.server.close();
    this.cut();
    await once(this.server, 'close');
  }

  private forward(near: Socket): void {
    const far = createConnection({ port: this.target, host: '127.0.0.1', noDelay: true });
    near.setNoDelay(true);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.open.delete(socket);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  }
}
