import { createWorkflow, type Workflow } from '#workflow';
import { startOfDay, type Instant, type LocalDate, type UnitId } from '#engine';
import { VIETNAM_CALENDAR } from '#organisation';
import { PostgresEventStore } from '#persistence';
import { countryEvents } from '#testing';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { reportAgainst, seconds, type BenchmarkOptions, type Report } from './benchmark.js';
import { type BenchDatabase, onBenchServer } from './server.js';

const TENANT = 'vn';
const TOP = 'vn' as UnitId;
const FOUNDED = '2022-01-01T08:00:00+07:00' as Instant;
const ISSUED = startOfDay('2022-06-30' as LocalDate);
/** What a cascade writes, and the limit writes again. */
const TABLES = ['event', 'unit_plan', 'item', 'report', 'duty', 'wake_up'] as const;

type Encoded = ReadonlyMap<string, readonly Buffer[]>;

/**
 * Lào Cai's plan, issued for the whole country of 2021: derived, recorded durably, its read models queryable. The limit is a
 * plain COPY of the very same rows, encoded beforehand, into the same tables with the same indexes, in one transaction.
 */
export async function cascadeBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const ours: number[] = [];
  const limit: number[] = [];
  let facts = {};
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      const { took, rows, encoded } = await server.fresh(`ours_${round}`, 'migrated', (_, database) =>
        cascade(database, progress),
      );
      ours.push(took);
      limit.push(await server.fresh(`limit_${round}`, 'migrated', (_, { admin }) => plainCopy(admin, encoded)));
      facts = { units: countryEvents().length, ...rows };
      progress(`round ${round}: cascade ${took.toFixed(2)} s, plain COPY ${limit.at(-1)?.toFixed(2)} s`);
    }
  });
  return reportAgainst('limit: COPY of the same rows', {
    benchmark: 'cascade',
    about: 'One plan cascades to the whole country: derived, durable, queryable',
    cases: [
      { name: 'issue a plan: derive, record, project', seconds: ours },
      { name: 'limit: COPY of the same rows', seconds: limit },
    ],
    facts,
  });
}

async function cascade(
  { pool, admin }: BenchDatabase,
  progress: (line: string) => void,
): Promise<{ took: number; rows: Record<string, number>; encoded: Encoded }> {
  const workflow = createWorkflow(new PostgresEventStore(pool));
  await workflow.organisation.record(TENANT, countryEvents(), FOUNDED);
  await workflow.organisation.publishCalendar(TENANT, VIETNAM_CALENDAR, FOUNDED);
  const hash = await publish(workflow);
  await admin.query('checkpoint');
  const before = await counts(pool);
  progress('issuing …');
  const took = await seconds(() => workflow.plans.issue(TENANT, { hash, actor: TOP }, ISSUED));
  const after = await counts(pool);
  const rows = Object.fromEntries(TABLES.map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)]));
  if ((rows['item'] ?? 0) < 170_000) throw new Error(`only ${rows['item']} items were derived`);
  return { took, rows, encoded: await encodedRows(pool, before['event'] ?? 0) };
}

/** The plan of the example, with the country's top unit as its issuer. */
async function publish(workflow: Workflow): Promise<string> {
  const file = path.join(import.meta.dirname, '../../../examples/lao-cai-2022/239-kh-ubnd.thac');
  const { name } = (await workflow.knowledge.of(TENANT).directory('2022-06-30' as LocalDate)).units.get(TOP) ?? { name: '' };
  const text = (await readFile(file, 'utf8')).replaceAll('[UBND tỉnh Lào Cai]', `[${name}]`);
  const { published } = await workflow.rules.publish(TENANT, { text, actor: TOP }, FOUNDED);
  return published.hash;
}

async function counts(pool: Pool): Promise<Record<string, number>> {
  const columns = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const { rows } = await pool.query<Record<string, number>>(`select ${columns.join(', ')}`);
  return rows[0] ?? {};
}

/** The rows that the cascade wrote, as COPY sends them. */
async function encodedRows(pool: Pool, eventsBefore: number): Promise<Encoded> {
  const client = await pool.connect();
  const encoded = new Map<string, readonly Buffer[]>();
  for (const table of TABLES) {
    const columns = await copyableColumns(client, table);
    const source =
      table === 'event' ? `(select ${columns} from event where position > ${eventsBefore})` : `${table} (${columns})`;
    const chunks: Buffer[] = [];
    for await (const chunk of client.query(copyTo(`copy ${source} to stdout`))) chunks.push(chunk as Buffer);
    encoded.set(`${table} (${columns})`, chunks);
  }
  client.release();
  return encoded;
}

async function copyableColumns(client: PoolClient, table: string): Promise<string> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows[0]?.names ?? '';
}

async function plainCopy(pool: Pool, encoded: Encoded): Promise<number> {
  const client = await pool.connect();
  await client.query('checkpoint');
  const took = await seconds(async () => {
    await client.query('begin');
    for (const [target, chunks] of encoded) {
      const sink = client.query(copyFrom(`copy ${target} from stdin`));
      for (const chunk of chunks) if (!sink.write(chunk)) await once(sink, 'drain');
      sink.end();
      await finished(sink);
    }
    await client.query('commit');
  });
  client.release();
  return took;
}
