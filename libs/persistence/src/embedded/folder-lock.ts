import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DatabaseFault } from './faults.js';
import { identityOf } from './processes.js';

/** Held by one process at a time; given back once. */
export interface FolderLock {
  release(): Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly identity: string;
}

const TRIES = 20;

/**
 * Takes the lock of a data folder: a file that names its holder. One left behind by a process that has ended is taken over.
 * @throws DatabaseFault `database.in-use` while its holder runs, this process included
 */
export async function lockFolder(file: string, place: string): Promise<FolderLock> {
  const own = `${file}.${process.pid}`;
  const text = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid) } satisfies Owner);
  await writeFile(own, text, { mode: 0o600 });
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await linked(own, file)) return { release: () => release(file, text) };
      await removeStale(file, place);
    }
    throw new DatabaseFault('database.in-use', { place, pid: (await ownerOf(file))?.pid ?? 0 });
  } finally {
    await rm(own, { force: true });
  }
}

/** A link is made only where nothing stands: two processes cannot both succeed. */
const linked = (own: string, file: string): Promise<boolean> =>
  link(own, file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

async function removeStale(file: string, place: string): Promise<void> {
  const owner = await ownerOf(file);
  if (owner && (await identityOf(owner.pid)) === owner.identity && owner.identity !== '') {
    throw new DatabaseFault('database.in-use', { place, pid: owner.pid });
  }
  const aside = `${file}.stale.${process.pid}`;
  await rename(file, aside).catch(() => undefined); // somebody else was quicker
  const moved = await ownerOf(aside);
  // Between reading and moving, a live process may have taken the lock: then it gets it back.
  if (moved && moved.pid !== owner?.pid) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

async function ownerOf(file: string): Promise<Owner | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined;
  }
}

async function release(file: string, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === text) await rm(file, { force: true });
}
