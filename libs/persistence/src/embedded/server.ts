import path from 'node:path';
import type { Bilingual } from '#contracts';
import pg from 'pg';
import { makeRoles } from '../roles/make-roles.js';
import { DEFAULT_ROLES } from '../roles/role-names.js';
import { type Access, freePort, keepAccess, newAccess, readAccess, roleUrlOf, urlOf } from './access.js';
import { findBinaries } from './binaries.js';
import { type Cluster, initialise, resetPassword, runningServer, startServer, stopServer } from './cluster.js';
import { DatabaseFault } from './faults.js';
import { lockFolder } from './folder-lock.js';
import { holdsCluster, type Home, makeHome, removeHalfMade } from './home.js';
import { KeptServer } from './kept-server.js';
import { until } from './processes.js';
import { type RunAs, runAs } from './run-as.js';

export interface EmbeddedOptions {
  /** Folder of the cluster; made where it does not exist. Port, password, lock and log lie beside it. */
  readonly dataDir: string;
  /** Told what is being done, in both languages. */
  readonly log?: (message: Bilingual) => void;
  /** Further server settings, `name=value`, e.g. `fsync=off` for a throw-away cluster. */
  readonly settings?: readonly string[];
  /** Whether it is started again where it ends though nobody stopped it; false unless told. */
  readonly keep?: boolean;
}

/** A server that runs. */
export interface EmbeddedServer {
  /** Address of the database `thac` for the application, password included. */
  readonly url: string;
  /** The same for the owner of its tables. */
  readonly ownerUrl: string;
  /** The same for the administrator of the server. */
  readonly adminUrl: string;
  readonly pid: number;
  /** Where its data really lies. */
  readonly data: string;
  /** True where a server left behind by a killed process was taken over. */
  readonly adopted: boolean;
  /** Stops it and frees the folder. A second call waits for the first. */
  stop(): Promise<void>;
}

const DATABASE = 'thac';
const START_TRIES = 5;
const ANSWER_MS = 20_000;

/**
 * Starts the PostgreSQL that comes along, on a folder of its own, or takes over the one that a killed process left running
 * there. Works as root and as an ordinary user.
 * @throws DatabaseFault saying which of the ways to fail it was
 */
export async function startEmbedded({ dataDir, log, settings = [], keep = false }: EmbeddedOptions): Promise<EmbeddedServer> {
  const wanted = path.resolve(dataDir);
  const user = await runAs(wanted);
  const home = await makeHome(wanted, user);
  if (home.moved) log?.(movedMessage(wanted, home.data, user));
  const lock = await withAccess(home, () => lockFolder(home.lock, home.data));
  try {
    const server = await withAccess(home, () => bringUp({ home, user, settings }, log));
    let stopping: Promise<void> | undefined;
    const start = (): Promise<number> => startAgain({ home, user, settings });
    const kept = keep ? new KeptServer({ data: home.data, pid: server.pid, start, log }) : undefined;
    const end = (): Promise<void> => kept?.stop() ?? stopServer(home.data, server.pid);
    const stop = (): Promise<void> => (stopping ??= end().finally(() => lock.release()));
    return { ...server, data: home.data, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

const movedMessage = (wanted: string, data: string, user: RunAs | undefined): Bilingual => ({
  vi: `Người dùng "${user?.name ?? ''}" chạy PostgreSQL không vào được ${wanted}: dữ liệu được đặt ở ${data}.`,
  en: `User "${user?.name ?? ''}", who runs PostgreSQL, cannot enter ${wanted}: the data goes to ${data}.`,
});

type Running = Pick<EmbeddedServer, 'url' | 'ownerUrl' | 'adminUrl' | 'pid' | 'adopted'>;

const addressesOf = (access: Access): Pick<Running, 'url' | 'ownerUrl' | 'adminUrl'> => ({
  url: roleUrlOf(access, 'app', DATABASE),
  ownerUrl: roleUrlOf(access, 'owner', DATABASE),
  adminUrl: urlOf(access, DATABASE),
});

async function bringUp(wanted: Omit<Cluster, 'binaries'>, log: EmbeddedOptions['log']): Promise<Running> {
  const { home, user } = wanted;
  await removeHalfMade(home.data);
  const adopted = await adopt(home);
  if (adopted) {
    log?.({ vi: 'Tiếp quản PostgreSQL còn chạy từ lần trước.', en: 'Taking over the PostgreSQL left running last time.' });
    return adopted;
  }
  const cluster: Cluster = { ...wanted, binaries: await findBinaries({ user, copies: home.copies }) };
  let access = await readAccess(home.access);
  if (!(await holdsCluster(home.data, cluster.binaries.major, user))) {
    log?.({ vi: 'Tạo cơ sở dữ liệu mới…', en: 'Making a new database…' });
    access = newAccess();
    await keepAccess(home.access, access);
    await initialise(cluster, access);
  }
  if (!access) {
    access = newAccess(); // its file was lost: whoever owns the folder may set a new password
    await resetPassword(cluster, access);
  }
  return start(cluster, access);
}

/** Where it was: those connected come back to the same address. */
async function startAgain(wanted: Omit<Cluster, 'binaries'>): Promise<number> {
  const { home, user } = wanted;
  const access = await readAccess(home.access);
  if (!access) throw new DatabaseFault('database.start-failed', { place: home.data, reason: home.access });
  return startServer({ ...wanted, binaries: await findBinaries({ user, copies: home.copies }) }, access.port);
}

/** Between finding a free port and taking it, somebody else may: then another is tried. */
async function start(cluster: Cluster, kept: Access): Promise<Running> {
  for (let tries = 1; ; tries++) {
    const access = { ...kept, port: await freePort() };
    await keepAccess(cluster.home.access, access);
    try {
      const pid = await startServer(cluster, access.port);
      await makeDatabase(access);
      return { ...addressesOf(access), pid, adopted: false };
    } catch (error) {
      if (tries === START_TRIES || !isPassing(error)) throw error;
    }
  }
}

/** A port taken meanwhile; or a killed server's last processes, which are about to notice. */
const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseFault && /Address already in use|shared memory block|TCP\/IP sockets/.test(error.facts.reason ?? '');

/** A server left running by a process that was killed: taken over if it answers, stopped if it does not. */
async function adopt(home: Home): Promise<Running | undefined> {
  const found = await runningServer(home.data);
  if (!found) return undefined;
  const kept = await readAccess(home.access);
  if (kept) {
    const access = { ...kept, port: found.port };
    if (await until(() => answers(access), ANSWER_MS)) {
      await keepAccess(home.access, access);
      await makeDatabase(access);
      return { ...addressesOf(access), pid: found.pid, adopted: true };
    }
  }
  await stopServer(home.data, found.pid);
  return undefined;
}

const answers = (access: Access): Promise<boolean> =>
  asAdministrator(access, 'postgres', (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );

/** The database, and the roles that own it, record in it and read it. */
async function makeDatabase(access: Access): Promise<void> {
  await asAdministrator(access, 'postgres', async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
  await asAdministrator(access, DATABASE, (client) => makeRoles(client, DEFAULT_ROLES, access.roles));
}

async function asAdministrator<T>(access: Access, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(access, database), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // the query under way rejects
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Says what a folder refused, instead of a bare system error. */
async function withAccess<T>(home: Home, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, path: place } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS' && code !== 'ENOSPC') throw error;
    throw new DatabaseFault('database.no-access', { place: place ?? home.data, reason: code });
  }
}
