import { UsageFault } from '../faults.js';
import { Server } from '../server.js';
import type { Typed } from '../verb.js';

/** What says which log of this machine is looked into, and how: none of a server's. */
const OF_THIS_MACHINE = ['folder', 'export', 'tenant', 'data'];

/**
 * The server that a verb is to ask, with the rights of whoever signed in there; undefined where it looks into a log of this machine.
 * @param more options that mean nothing to a server
 * @throws UsageFault where something is given that does not go with it
 */
export function serverOf(typed: Typed, ...more: readonly string[]): Server | undefined {
  const address = typed.value('server');
  if (address === undefined) return undefined;
  const odd = [...OF_THIS_MACHINE, ...more].find((name) => typed.value(name) !== undefined || typed.flag(name));
  if (odd === undefined) return new Server(address);
  throw new UsageFault(
    { vi: `--server không đi cùng --${odd}.`, en: `--server and --${odd} do not go together.` },
    { vi: `Bỏ --${odd}, hoặc bỏ --server.`, en: `Leave out --${odd}, or --server.` },
  );
}
