import { createDataSource, createPool, distribute, migrate, openDatabase } from '#persistence';
import { createCitusDatabase, dropCitusDatabase } from '#testing';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';

/** Coordinator of a Citus cluster to run on instead: its databases are then distributed. */
const CLUSTER = process.env['THAC_CITUS_URL'] || undefined;

/** A server that benchmarks run on, and databases of their own for its cases. */
export interface BenchServer {
  /** Runs a case in a database that is made before it, migrated or empty, and dropped after it; a checkpoint comes first. */
  fresh<T>(name: string, kind: 'migrated' | 'empty', work: (pool: Pool, url: string) => Promise<T>): Promise<T>;
}

/** The cluster at `THAC_CITUS_URL`, the server at `DATABASE_URL`, or the embedded one in a folder that goes afterwards. */
export async function onBenchServer<T>(work: (server: BenchServer) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thac-bench-'));
  await chmod(folder, 0o755); // as root, the server runs as another user, who has to get in
  const database = await openDatabase({ url: CLUSTER ?? process.env['DATABASE_URL'], dataDir: path.join(folder, 'db') });
  try {
    return await work({ fresh: (name, kind, each) => inDatabase(database, { name: `bench_${name}`, kind }, each) });
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function inDatabase<T>(
  server: { readonly url: string; readonly pool: Pool },
  { name, kind }: { readonly name: string; readonly kind: 'migrated' | 'empty' },
  work: (pool: Pool, url: string) => Promise<T>,
): Promise<T> {
  await dropDatabase(server, name);
  await (CLUSTER ? createCitusDatabase(CLUSTER, name) : server.pool.query(`create database ${name}`));
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  if (kind === 'migrated') await migrated(url.href);
  const pool = createPool({ url: url.href });
  try {
    await pool.query('checkpoint');
    return await work(pool, url.href);
  } finally {
    await pool.end();
    await dropDatabase(server, name);
  }
}

async function dropDatabase({ pool }: { readonly pool: Pool }, name: string): Promise<void> {
  if (CLUSTER) await dropCitusDatabase(CLUSTER, name);
  else await pool.query(`drop database if exists ${name} with (force)`);
}

export async function migrated(url: string): Promise<void> {
  const source = await createDataSource(url).initialize();
  await migrate(source);
  if (CLUSTER) await distribute(source);
  await source.destroy();
}
