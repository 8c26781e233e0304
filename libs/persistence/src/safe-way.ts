import { DatabaseFault } from './embedded/faults.js';
import { withoutPassword } from './place.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/;
const SAFE = 'verify-full';

/** Where an address leads: a host, or the folder of a socket, which it may also name in its query, or leave to the surroundings. */
const hostOf = ({ hostname, searchParams }: URL, { PGHOST = '' }: NodeJS.ProcessEnv): string =>
  (searchParams.getAll('host').at(-1) ?? decodeURIComponent(hostname)) || PGHOST;

/**
 * Takes a server of one's own only where nobody on the way can listen or pass for it: on this machine, or over TLS with its certificate
 * and name checked (`sslmode=verify-full`); otherwise where the installation says that the way is kept by other means.
 * @throws DatabaseFault `database.no-tls`
 */
export function expectSafeWay(url: string, environment: NodeJS.ProcessEnv = process.env): void {
  if (environment['THAC_DATABASE_TLS'] === 'off' || !URL.canParse(url)) return;
  const address = new URL(url);
  const host = hostOf(address, environment);
  const isHere = host === '' || host.startsWith('/') || LOOPBACK.test(host);
  if (!isHere && address.searchParams.getAll('sslmode').at(-1) !== SAFE)
    throw new DatabaseFault('database.no-tls', { place: withoutPassword(url) });
}
