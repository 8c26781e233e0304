import path from 'node:path';
import { readAccess, urlOf } from './access.js';
import { runningServer } from './cluster.js';
import { makeHome } from './home.js';
import { runAs } from './run-as.js';

/** Address of the embedded server's database that another process runs on a folder; undefined where none runs there. */
export async function runningAddress(dataDir: string): Promise<string | undefined> {
  const wanted = path.resolve(dataDir);
  const home = await makeHome(wanted, await runAs(wanted));
  const found = await runningServer(home.data);
  const access = found && (await readAccess(home.access));
  return found && access ? urlOf({ ...access, port: found.port }, 'thac') : undefined;
}
