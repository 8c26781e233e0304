import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PortUnavailable } from './problems/faults.js';

/** Only this machine can reach it. */
export const LOOPBACK = '127.0.0.1';

/**
 * Listens; port 0 takes a free one.
 * @returns the port listened on
 * @throws PortUnavailable when the port is taken or may not be opened
 */
export async function listen(
  app: NestFastifyApplication,
  { port, host = LOOPBACK }: { readonly port: number; readonly host?: string },
): Promise<number> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    const { code } = cause as { readonly code?: string };
    if (code === 'EADDRINUSE') throw new PortUnavailable('port.busy', port, { cause });
    if (code === 'EACCES') throw new PortUnavailable('port.forbidden', port, { cause });
    throw cause;
  }
  const address = app.getHttpServer().address();
  return typeof address === 'object' && address ? address.port : port;
}
