import path from 'node:path';
import { readAccess, roleUrlOf } from './access.js';
import { runningServer } from './cluster.js';
import { makeHome } from './home.js';
import { runAs } from './run-as.js';

/** Addresses of one database: for the application, and for the owner of the tables. */
export interface Addresses {
  readonly url: string;
  readonly ownerUrl: string;
}

/** Addresses of the embedded server's database that another process runs on a folder; undefined where none runs there. */
export async function runningAddress(dataDir: string): Promise<Addresses | undefined> {
  const wanted = path.resolve(dataDir);
  const home = await makeHome(wanted, await runAs(wanted));
  const found = await runningServer(home.data);
  const access = found && (await readAccess(home.access));
  if (!found || !access) return undefined;
  const there = { ...access, port: found.port };
  return { url: roleUrlOf(there, 'app', 'thac'), ownerUrl: roleUrlOf(there, 'owner', 'thac') };
}
