import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseFault } from './faults.js';
import { canEnter, type RunAs } from './run-as.js';

/** Where one embedded server keeps its things. */
export interface Home {
  /** The cluster itself; belongs to the user who runs the server. */
  readonly data: string;
  /** Port and password, for its owner's eyes only. */
  readonly access: string;
  readonly lock: string;
  readonly log: string;
  /** Where a copy of the programs may go. */
  readonly copies: string;
  /** True where the wanted folder lies where the server's user cannot go, and another had to be taken. */
  readonly moved: boolean;
}

const SHARED = '/var/lib/thac';

/**
 * Makes the folders. Below a folder that the server's user may not enter (`/root`), the data goes to `/var/lib/thac/<hash
 * of the wanted path>` instead: the same one at every start.
 * @throws DatabaseFault `database.no-access` where a folder cannot be made
 */
export async function makeHome(wanted: string, user: RunAs | undefined): Promise<Home> {
  const parent = path.dirname(wanted);
  await makeFolder(parent);
  if (await canEnter(parent, user)) return homeIn(wanted, { moved: false, copies: parent });
  const other = path.join(SHARED, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  for (const folder of [SHARED, other]) {
    await makeFolder(folder);
    await chmod(folder, 0o755); // whatever the umask
  }
  return homeIn(path.join(other, path.basename(wanted)), { moved: true, copies: SHARED });
}

const homeIn = (data: string, { moved, copies }: { readonly moved: boolean; readonly copies: string }): Home => ({
  data,
  access: `${data}.access.json`,
  lock: `${data}.lock`,
  log: `${data}.log`,
  copies,
  moved,
});

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new DatabaseFault('database.no-access', { place: folder, reason: error.code ?? error.message });
  });
}

/**
 * True where the folder holds a cluster of this major version that the server's user owns; false where it is empty or missing.
 * @throws DatabaseFault `database.not-a-data-folder`, `database.not-owned`, `database.other-version`
 */
export async function holdsCluster(data: string, major: string, user: RunAs | undefined): Promise<boolean> {
  const found = await stat(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new DatabaseFault('database.no-access', { place: data, reason: error.code ?? error.message });
  });
  if (!found) return false;
  if (!found.isDirectory()) throw new DatabaseFault('database.not-a-data-folder', { place: data });
  const owner = user?.uid ?? process.getuid?.() ?? found.uid;
  const entries = await readdir(data).catch(() => ['unreadable']);
  if (entries.length === 0) return false;
  if (entries.includes('PG_VERSION') || found.uid !== owner) await expectOwner(data, { uid: found.uid, owner, user });
  if (!entries.includes('PG_VERSION')) throw new DatabaseFault('database.not-a-data-folder', { place: data });
  const version = (await readFile(path.join(data, 'PG_VERSION'), 'utf8')).trim();
  if (version !== major) throw new DatabaseFault('database.other-version', { place: data, found: version, needed: major });
  return true;
}

interface Ownership {
  readonly uid: number;
  readonly owner: number;
  readonly user: RunAs | undefined;
}

async function expectOwner(place: string, { uid, owner, user }: Ownership): Promise<void> {
  if (uid === owner) return;
  const names = await userNames();
  const named = (id: number): string => names.get(id) ?? String(id);
  throw new DatabaseFault('database.not-owned', { place, found: named(uid), needed: user?.name ?? named(owner) });
}

async function userNames(): Promise<Map<number, string>> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const lines = passwd.split('\n').map((line) => line.split(':'));
  return new Map(lines.map(([name, , uid]) => [Number(uid), name ?? '']));
}

/** Removes what an interrupted first start left beside the data folder. Only under the folder's lock. */
export async function removeHalfMade(data: string): Promise<void> {
  const prefix = `${path.basename(data)}.new-`;
  for (const name of await readdir(path.dirname(data))) {
    if (name.startsWith(prefix)) await rm(path.join(path.dirname(data), name), { recursive: true, force: true });
  }
}
