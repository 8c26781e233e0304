import { once } from 'node:events';
import { createServer } from 'node:net';
import { AppError, type Bilingual } from '#contracts';

/** Thrown when a port cannot be listened on: taken by another program, or not ours to open. */
export class PortFault extends AppError {
  constructor(
    override readonly code: 'port.busy' | 'port.forbidden' | 'port.no-such-host',
    override readonly what: Bilingual,
    override readonly mend: Bilingual,
  ) {
    super(what.en);
  }
}

const OTHER: Bilingual = {
  vi: 'Chọn cổng khác, ví dụ: npm start -- --port 3001',
  en: 'Choose another one, for example: npm start -- --port 3001',
};

/**
 * Makes sure that a port is free before any work is done.
 * @throws PortFault when it is not
 */
export async function claimPort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    throw faultOf((error as NodeJS.ErrnoException).code ?? '', port, host) ?? error;
  } finally {
    server.close();
  }
}

function faultOf(code: string, port: number, host: string): PortFault | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return new PortFault(
        'port.busy',
        { vi: `Cổng ${port} đang được chương trình khác dùng.`, en: `Port ${port} is in use by another program.` },
        OTHER,
      );
    case 'EACCES':
      return new PortFault(
        'port.forbidden',
        { vi: `Không được phép mở cổng ${port}.`, en: `Opening port ${port} is not allowed.` },
        OTHER,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PortFault(
        'port.no-such-host',
        { vi: `Máy này không có địa chỉ “${host}”.`, en: `This machine has no address “${host}”.` },
        { vi: 'Sửa --host, ví dụ 127.0.0.1 hoặc 0.0.0.0.', en: 'Mend --host, for example 127.0.0.1 or 0.0.0.0.' },
      );
    default:
      return undefined;
  }
}
