import { spawn } from 'node:child_process';
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { DatabaseFault } from './faults.js';
import type { Home } from './home.js';
import { commandOf, isRunning, signal, until } from './processes.js';
import { identity, type RunAs } from './run-as.js';

/** A cluster on disk and the programs that run it. */
export interface Cluster {
  readonly home: Home;
  readonly user: RunAs | undefined;
  readonly binaries: Binaries;
  /** Settings of the server, `name=value`, over the usual ones. */
  readonly settings: readonly string[];
}

const STOP_MS = 30_000;
const START_MS = 60_000;
const LOG_LIMIT = 10_000_000;
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_wal_size=2GB',
  'shared_buffers=256MB',
  'jit=off',
];

/** Makes a new cluster aside and moves it into place when it is whole: an interrupted start leaves no half of one. */
export async function initialise(
  { home, user, binaries, settings }: Cluster,
  login: { user: string; password: string },
): Promise<void> {
  const fresh = `${home.data}.new-${process.pid}`;
  const secret = `${fresh}.secret`;
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(secret, login.password, { mode: 0o600 });
  if (user) for (const file of [fresh, secret]) await chown(file, user.uid, user.gid);
  const words = ['--auth=scram-sha-256', `--username=${login.user}`, '--encoding=UTF8', '--locale=C', `--pwfile=${secret}`];
  if (settings.includes('fsync=off')) words.push('--no-sync');
  const child = spawn(binaries.initdb, ['-D', fresh, ...words], {
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identity(user),
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  await rm(secret, { force: true });
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new DatabaseFault('database.start-failed', { place: home.data, reason: lastLine(said) });
  }
  await rm(home.data, { recursive: true, force: true }); // empty, or it would have been refused
  await rename(fresh, home.data);
}

/**
 * Gives the administrator a new password, with no server running: single-user mode asks for none.
 * @throws DatabaseFault `database.start-failed`
 */
export async function resetPassword({ home, user, binaries }: Cluster, login: { user: string; password: string }): Promise<void> {
  const child = spawn(binaries.postgres, ['--single', '-D', home.data, 'postgres'], {
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    ...identity(user),
  });
  child.stdin.end(`alter role ${login.user} password '${login.password}'\n`);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new DatabaseFault('database.start-failed', { place: home.data, reason: `--single: ${code}` });
}

/**
 * Starts the server in a session of its own, so that Ctrl-C in a terminal reaches only us, with its log in a file, so that
 * it outlives us if we are killed. Returns its process id once it takes connections.
 * @throws DatabaseFault `database.start-failed`
 */
export async function startServer(cluster: Cluster, port: number): Promise<number> {
  const { home, user, binaries } = cluster;
  const log = await openLog(home.log);
  const settings = [...SETTINGS, ...cluster.settings].flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', home.data, '-p', String(port), ...settings], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...identity(user),
  });
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  await log.close();
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw new DatabaseFault('database.start-failed', { place: home.data, reason: (await failed).message });
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ready = async (): Promise<boolean> => ended() || (await readPostmaster(home.data))?.ready === pid;
  const settled = await until(ready, START_MS);
  if (!settled) signal(pid, 'SIGQUIT');
  if (!settled || ended()) {
    throw new DatabaseFault('database.start-failed', { place: home.data, reason: await lastWords(home.log) });
  }
  return pid;
}

async function openLog(file: string): Promise<Awaited<ReturnType<typeof open>>> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  return open(file, size > LOG_LIMIT ? 'w' : 'a', 0o600);
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';

/** The last thing that the server complained of. */
async function lastWords(log: string): Promise<string> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|could not/.test(line)) ?? lines.at(-1) ?? '';
}

/** What a running server says of itself in its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Its process id once it takes connections, else 0. */
  readonly ready: number;
}

export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' ? pid : 0 };
}

/** The server that runs on a data folder; a file left by one that was killed, or by another process's number, is none. */
export async function runningServer(data: string): Promise<Postmaster | undefined> {
  const found = await readPostmaster(data);
  if (!found || !(await isRunning(found.pid))) return undefined;
  return (await commandOf(found.pid)).includes(data) ? found : undefined;
}

/**
 * Stops a server: at once for those connected, with all that was committed on disk; abandoned to recovery only where it
 * does not answer.
 * @throws DatabaseFault `database.stop-failed`
 */
export async function stopServer(data: string, pid: number): Promise<void> {
  const gone = async (): Promise<boolean> => !(await isRunning(pid));
  signal(pid, 'SIGINT');
  if (await until(gone, STOP_MS)) return;
  signal(pid, 'SIGQUIT');
  if (!(await until(gone, STOP_MS))) throw new DatabaseFault('database.stop-failed', { place: data, pid });
}
