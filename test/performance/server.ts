import {
  createDataSource,
  createPool,
  distribute,
  makeRoles,
  migrate,
  migrateAndGrant,
  type RoleNames,
  startEmbedded,
} from '#persistence';
import { createCitusDatabase, dropCitusDatabase } from '#testing';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg, { type Pool } from 'pg';

/** Coordinator of a Citus cluster to run on instead: its databases are then distributed. */
const CLUSTER = process.env['THAC_CITUS_URL'] || undefined;
/** Roles of benchmarks alone, on whatever server they run. */
const ROLES: RoleNames = {
  owner: 'thac_bench_owner',
  app: 'thac_bench_app',
  asker: 'thac_bench_asker',
  read: 'thac_bench_read',
};
const SECRET = randomBytes(12).toString('hex');

/** A database of a case: what is measured goes through the application's pool and address, as in earnest. */
export interface BenchDatabase {
  readonly pool: Pool;
  readonly url: string;
  /** The owner's address; the same one in an empty database. */
  readonly ownerUrl: string;
  /** The superuser's, for what is done around the measurement; the same one in an empty database. */
  readonly admin: Pool;
}

/** A server that benchmarks run on, and databases of their own for its cases. */
export interface BenchServer {
  /** Runs a case in a database that is made before it, migrated or empty, and dropped after it; a checkpoint comes first. */
  fresh<T>(name: string, kind: 'migrated' | 'empty', work: (pool: Pool, database: BenchDatabase) => Promise<T>): Promise<T>;
}

/** The cluster at `THAC_CITUS_URL`, the server at `DATABASE_URL`, or the embedded one in a folder that goes afterwards. */
export async function onBenchServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thac-bench-'));
  await chmod(folder, 0o755); // as root, the server runs as another user, who has to get in
  const url = CLUSTER ?? (process.env['DATABASE_URL'] || undefined);
  const server = url === undefined ? await startEmbedded({ dataDir: path.join(folder, 'db') }) : undefined;
  const admin = createPool({ url: url ?? server?.adminUrl ?? '', max: 2 });
  const home = { url: url ?? server?.adminUrl ?? '', pool: admin };
  try {
    return await work({ fresh: (name, kind, each) => inDatabase(home, { name: `bench_${name}`, kind }, each) });
  } finally {
    await admin.end();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function inDatabase<T>(
  server: { readonly url: string; readonly pool: Pool },
  { name, kind }: { readonly name: string; readonly kind: 'migrated' | 'empty' },
  work: (pool: Pool, database: BenchDatabase) => Promise<T>,
): Promise<T> {
  await dropDatabase(server, name);
  await (CLUSTER ? createCitusDatabase(CLUSTER, name) : server.pool.query(`create database ${name}`));
  const own = new URL(server.url);
  own.pathname = `/${name}`;
  const url = kind === 'migrated' ? await migrated(own.href) : own.href;
  const [pool, admin] = [createPool({ url }), createPool({ url: own.href, max: 2 })];
  try {
    await admin.query('checkpoint');
    const ownerUrl = kind === 'migrated' && !CLUSTER ? addressOf(own.href, ROLES.owner) : own.href;
    return await work(pool, { pool, url, ownerUrl, admin });
  } finally {
    await Promise.all([pool.end(), admin.end()]);
    await dropDatabase(server, name);
  }
}

async function dropDatabase({ pool }: { readonly pool: Pool }, name: string): Promise<void> {
  if (CLUSTER) await dropCitusDatabase(CLUSTER, name);
  else await pool.query(`drop database if exists ${name} with (force)`);
}

/** Makes the tables of a database, with roles for its owner and its application. @returns the application's address */
export async function migrated(url: string): Promise<string> {
  if (CLUSTER) return migratedOnCluster(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await makeRoles(client, ROLES, { owner: SECRET, app: SECRET }).finally(() => client.end());
  const source = await createDataSource(addressOf(url, ROLES.owner)).initialize();
  await migrateAndGrant(source, ROLES).finally(() => source.destroy());
  return addressOf(url, ROLES.app);
}

const addressOf = (url: string, username: string): string => Object.assign(new URL(url), { username, password: SECRET }).href;

/** On a cluster everybody is its superuser. */
async function migratedOnCluster(url: string): Promise<string> {
  const source = await createDataSource(url).initialize();
  await migrate(source);
  await distribute(source).finally(() => source.destroy());
  return url;
}
