import { statfs } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { Lateness } from '#event-store';
import { projectionLags } from '../async/lag.js';
import { SEAL_LAGS } from '../audit/seals.sql.js';
import type { ProjectionLag } from '../async/projection.js';
import { PostgresClock } from '../clock/postgres-clock.js';
import { COUNT_STUCK } from '../clock/stuck.sql.js';
import type { Database } from '../open-database.js';
import {
  countQueued,
  COUNT_UNSETTLED,
  COUNT_WORKERS,
  DATABASE_BYTES,
  DELIVERY_LAGS,
  HAS_MIGRATIONS,
  HAS_QUEUE,
  OLDEST_LAG,
  RUN_MIGRATIONS,
  TENANTS,
} from './operations.sql.js';

/** How far the newest checkpoint of a tenant's log is behind it. */
export interface SealLag {
  readonly tenant: string;
  readonly events: number;
  /** Age of the first event that no checkpoint covers; 0 where all are covered. */
  readonly seconds: number;
}

/** What a database says of the work that goes on in it, of all tenants. */
export interface OperationNumbers {
  readonly projections: readonly ProjectionLag[];
  readonly lateness: readonly Lateness[];
  /** Of logs that are sealed. */
  readonly seals: readonly SealLag[];
  /** Workers that live, of all machines. */
  readonly workers: number;
  /** Unit plans that the clock has set aside. */
  readonly stuck: number;
  /** Deliveries by state; empty where there are none. */
  readonly deliveries: Readonly<Record<string, number>>;
  readonly databaseBytes: number;
}

/** For metrics: some small statements, none of which grows with the log. */
export async function operationNumbers(pool: Pool): Promise<OperationNumbers> {
  const followed = await pool.query<ProjectionLag>(DELIVERY_LAGS);
  const projections = [...(await projectionLags(pool)), ...followed.rows];
  const lateness = await new PostgresClock(pool).lateness();
  const workers = (await pool.query<{ workers: number }>(COUNT_WORKERS)).rows[0]?.workers ?? 0;
  const stuck = (await pool.query<{ stuck: number }>(COUNT_STUCK)).rows[0]?.stuck ?? 0;
  const databaseBytes = (await pool.query<{ bytes: number }>(DATABASE_BYTES)).rows[0]?.bytes ?? 0;
  const seals = (await pool.query<SealLag>(SEAL_LAGS)).rows;
  return { projections, lateness, seals, workers, stuck, deliveries: await deliveries(pool), databaseBytes };
}

async function deliveries(pool: Pool): Promise<OperationNumbers['deliveries']> {
  const { rows } = await pool.query<{ state: string; count: number }>(COUNT_UNSETTLED);
  const has = (await pool.query<{ has: boolean }>(HAS_QUEUE)).rows[0]?.has ?? false;
  const queued = has ? (await pool.query<{ count: number }>(countQueued())).rows[0]?.count : 0;
  return { ...Object.fromEntries(rows.map(({ state, count }) => [state, count])), waiting: queued ?? 0 };
}

/** Every tenant that has a log. */
export async function tenantsOf(pool: Pool): Promise<readonly string[]> {
  return (await pool.query<{ tenant: string }>(TENANTS)).rows.map(({ tenant }) => tenant);
}

/** What readiness is judged by. */
export interface ReadinessFacts {
  readonly migrationsMissing: number;
  readonly workers: number;
  readonly projectionSeconds: number;
}

/** Whether the tables are those that this program knows, anybody keeps the clock, and the projections follow. */
export async function readinessFacts({ pool, dataSource }: Pick<Database, 'pool' | 'dataSource'>): Promise<ReadinessFacts> {
  const has = (await pool.query<{ has: boolean }>(HAS_MIGRATIONS)).rows[0]?.has ?? false;
  const run = new Set(has ? (await pool.query<{ name: string }>(RUN_MIGRATIONS)).rows.map(({ name }) => name) : []);
  const migrationsMissing = dataSource.migrations.filter(({ name = '' }) => !run.has(name)).length;
  if (migrationsMissing > 0) return { migrationsMissing, workers: 0, projectionSeconds: 0 };
  const workers = (await pool.query<{ workers: number }>(COUNT_WORKERS)).rows[0]?.workers ?? 0;
  const projectionSeconds = (await pool.query<{ seconds: number }>(OLDEST_LAG)).rows[0]?.seconds ?? 0;
  return { migrationsMissing, workers, projectionSeconds };
}

/** Free and whole size, in bytes, of the disk that holds the embedded server's data; null where the server is another's. */
export async function dataDisk({ dataDir }: Pick<Database, 'dataDir'>): Promise<{ free: number; size: number } | null> {
  if (dataDir === null) return null;
  const { bavail, blocks, bsize } = await statfs(dataDir);
  return { free: bavail * bsize, size: blocks * bsize };
}

/** Everything that metrics take from an open database. */
export interface WatchedDatabase {
  readonly numbers: () => Promise<OperationNumbers>;
  readonly pool: () => { readonly total: number; readonly idle: number; readonly waiting: number };
  readonly disk: () => Promise<{ readonly free: number; readonly size: number } | null>;
}

/** An open database as metrics watch it. */
export const watchedDatabase = (database: Pick<Database, 'pool' | 'dataDir'>): WatchedDatabase => ({
  numbers: () => operationNumbers(database.pool),
  pool: () => {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = database.pool;
    return { total, idle, waiting };
  },
  disk: () => dataDisk(database),
});
