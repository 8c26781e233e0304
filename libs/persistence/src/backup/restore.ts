import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { dataSourceOptions, migrate } from '../data-source.js';
import { type Database, migrateAndGrant } from '../open-database.js';
import { withoutPassword } from '../place.js';
import { verifyReadModels } from '../rebuild/rebuild-read-models.js';
import { inTransaction } from '../transaction.js';
import type { Header, Manifest } from './archive.js';
import { BackupFault } from './backup-fault.js';
import {
  ANALYSE_ALL,
  BROKEN_LOGS,
  BROKEN_STREAMS,
  copyIn,
  HAS_MIGRATIONS,
  hasRows,
  HEADS,
  MIGRATIONS,
  TABLES,
} from './backup.sql.js';
import { readArchive } from './read-archive.js';

/** What a restore brought back, and what replaying it showed. */
export interface Restored {
  readonly rows: number;
  readonly events: number;
  /** Tenants, and unit plans and other keys whose rows were held to the log: all of them equal. */
  readonly tenants: number;
  readonly streams: number;
}

/** A database opened by the owner of its tables: no one else may make them, or say when events were recorded. */
export type Restorable = Pick<Database, 'pool' | 'url' | 'dataSource' | 'roles'>;

/** Told of each step. */
export interface RestoreOptions {
  readonly onTable?: (table: string, rows: number) => void;
  readonly onVerify?: (tenant: string) => void;
}

/**
 * Brings a backup back into an empty database, in one transaction: all of it or nothing. Then replays it: logs without gaps up to
 * the heads of the backup, and read models equal to what the log gives. A backup of an earlier version is upgraded on the way.
 * @throws BackupFault
 */
export async function restore(database: Restorable, file: string, options: RestoreOptions = {}): Promise<Restored> {
  const { pool, url } = database;
  await expectEmpty(pool, url);
  const manifest = await inTransaction(pool, (client) =>
    readArchive(file, {
      header: (header) => makeTables(database, header, file),
      table: async ({ table, columns }, rows) => {
        const taken = await takeRows(client, copyIn(table, columns), rows).catch((error: unknown) => {
          throw isOfRows(error) ? new BackupFault('backup.damaged', { place: file, thing: table }, { cause: error }) : error;
        });
        options.onTable?.(table, taken);
        return taken;
      },
    }),
  );
  await migrateAndGrant(database.dataSource, database.roles);
  await pool.query(ANALYSE_ALL);
  const streams = await verify(database, manifest, options);
  const rows = manifest.tables.reduce((sum, each) => sum + each.rows, 0);
  const events = manifest.tables.find(({ table }) => table === 'event')?.rows ?? 0;
  return { rows, events, tenants: Object.keys(manifest.heads).length, streams };
}

async function takeRows(client: PoolClient, sql: string, rows: AsyncIterable<Buffer>): Promise<number> {
  const sink = client.query(copyFrom(sql));
  await pipeline(Readable.from(rows), sink);
  return sink.rowCount;
}

/** Classes 22, 23 and 42: rows that are none of the table's. */
const isOfRows = (error: unknown): boolean => error instanceof pg.DatabaseError && /^(22|23|42)/.test(error.code ?? '');

/** @throws BackupFault `backup.not-empty` where any table has a row */
async function expectEmpty(pool: Pool, url: string): Promise<void> {
  for (const { table } of (await pool.query<{ table: string }>(TABLES)).rows) {
    const { rows } = await pool.query<{ has: boolean }>(hasRows(table));
    if (rows[0]?.has) throw new BackupFault('backup.not-empty', { place: withoutPassword(url), thing: table });
  }
}

/** The tables as they were when the backup was made. */
async function makeTables({ pool, url, dataSource }: Restorable, { migrations }: Header, file: string): Promise<void> {
  const known = new Set(dataSource.migrations.map(({ name }) => name));
  const newer = migrations.filter((name) => !known.has(name));
  if (newer.length > 0) throw new BackupFault('backup.newer', { place: file, thing: newer.join(', ') });
  const has = (await pool.query<{ has: boolean }>(HAS_MIGRATIONS)).rows[0]?.has ?? false;
  const run = has ? (await pool.query<{ name: string }>(MIGRATIONS)).rows.map(({ name }) => name) : [];
  const later = run.find((name) => !migrations.includes(name));
  if (later !== undefined) throw new BackupFault('backup.not-empty', { place: withoutPassword(url), thing: later });
  const wanted = dataSource.migrations.filter(({ name = '' }) => migrations.includes(name)).map(({ constructor }) => constructor);
  const options = { ...dataSourceOptions(url), migrations: wanted } as unknown as DataSourceOptions;
  const source = await new DataSource(options).initialize();
  await migrate(source).finally(() => source.destroy());
}

/** @returns number of streams that were replayed */
async function verify({ pool, url }: Restorable, manifest: Manifest, { onVerify }: RestoreOptions): Promise<number> {
  const place = withoutPassword(url);
  const unequal = (thing: string): BackupFault => new BackupFault('backup.not-equal', { place, thing });
  const { rows: heads } = await pool.query<{ tenant: string; position: number }>(HEADS);
  for (const { tenant, position } of heads) if (manifest.heads[tenant] !== position) throw unequal(`tenant_head ${tenant}`);
  if (heads.length !== Object.keys(manifest.heads).length) throw unequal('tenant_head');
  const [log] = (await pool.query<{ tenant: string }>(BROKEN_LOGS)).rows;
  if (log) throw unequal(`event ${log.tenant}`);
  const [stream] = (await pool.query<{ tenant: string; stream: string }>(BROKEN_STREAMS)).rows;
  if (stream) throw unequal(`event ${stream.tenant} ${stream.stream}`);
  let streams = 0;
  for (const { tenant } of heads) {
    onVerify?.(tenant);
    const { differing, streams: replayed } = await verifyReadModels(pool, tenant, { anew: true });
    if (differing > 0) throw unequal(`${tenant}: ${differing}`);
    streams += replayed;
  }
  return streams;
}
