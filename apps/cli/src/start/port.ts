import { once } from 'node:events';
import { createServer } from 'node:net';
import { AppError, type Bilingual } from '#contracts';
import { PortUnavailable } from '../../../api/src/problems/faults.js';

/** Thrown when an address is not one of this machine's. */
export class HostUnavailable extends AppError {
  override readonly code = 'port.no-such-host';
  override readonly what: Bilingual;
  override readonly mend: Bilingual = {
    vi: 'Sửa --host, ví dụ 127.0.0.1 hoặc 0.0.0.0.',
    en: 'Mend --host, for example 127.0.0.1 or 0.0.0.0.',
  };
  constructor(host: string, options: ErrorOptions) {
    super(`no address ${host}`, options);
    this.what = { vi: `Máy này không có địa chỉ “${host}”.`, en: `This machine has no address “${host}”.` };
  }
}

/**
 * Makes sure that a port is free before any work is done.
 * @throws PortUnavailable or HostUnavailable when it cannot be listened on
 */
export async function claimPort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new PortUnavailable('port.busy', port, { cause });
    if (code === 'EACCES') throw new PortUnavailable('port.forbidden', port, { cause });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new HostUnavailable(host, { cause });
    throw cause;
  } finally {
    server.close();
  }
}
