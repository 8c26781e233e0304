import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseFault } from './faults.js';

const execute = promisify(execFile);

/** Who runs the server: PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user to run the server as: undefined for an ordinary user (it is the same one); for root, `postgres` or the like. */
export async function runAs(place: string): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await userNamed('postgres');
  if (found) return found;
  await execute('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']).catch(
    () => undefined, // no such tool, or a read-only /etc: the user below exists everywhere
  );
  const user = (await userNamed('postgres')) ?? (await userNamed('nobody'));
  if (!user) throw new DatabaseFault('database.no-binaries', { place, reason: 'no user but root' });
  return user;
}

async function userNamed(name: string): Promise<RunAs | undefined> {
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return fields ? { name, uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

/** True where that user can enter a folder. */
export const canEnter = (folder: string, user: RunAs | undefined): Promise<boolean> =>
  execute('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...identity(user) }).then(
    () => true,
    () => false,
  );

/** Options of `spawn` that make it run as that user. */
export const identity = (user: RunAs | undefined): { readonly uid?: number; readonly gid?: number } =>
  user ? { uid: user.uid, gid: user.gid } : {};
