import { createWorkflow, loadScenario, recompute, type Recomputed, runScenario } from '#workflow';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { PostgresEventStore } from '#persistence';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { RecomputeThreads } from '../../apps/cli/src/audit/recompute-threads.js';
import { type BenchmarkOptions, type Rates, type Report, reportRates, seconds } from './benchmark.js';
import { type BenchDatabase, onBenchServer } from './server.js';

const EXAMPLE = path.resolve('examples/son-la-2025');
/** Events in all: the same year of a province, lived by as many provinces as it takes. */
const EVENTS = Number(process.env['THAC_BENCH_EVENTS'] ?? 1_000_000);
const BATCH = 2_000;

const COLUMNS = 'tenant, position, stream, version, type, v, data, because, at, actor, recorded_at';
/** $1 tenant, then one array for each column. */
const INSERT = `insert into event (${COLUMNS})
select $1, * from unnest($2::bigint[], $3::text[], $4::int[], $5::text[], $6::int[], $7::text[], $8::text[], $9::text[], $10::text[],
  $11::timestamptz[])`;
const COPY = `insert into event (${COLUMNS})
select tenant || '.' || $2, position, stream, version, type, v, data, because, at, actor, recorded_at from event where tenant = $1`;

interface Lived {
  readonly tenant: string;
  readonly log: readonly RecordedEvent[];
}

async function livedYear(): Promise<Lived> {
  const bundle = await loadScenario(EXAMPLE, (file) => readFile(file, 'utf8'));
  const store = new InMemoryEventStore();
  await runScenario(createWorkflow(store), bundle, { tenant: bundle.top, until: 'last-obligation' });
  return { tenant: bundle.top, log: await store.readAll(bundle.top, 0, Number.MAX_SAFE_INTEGER) };
}

/** Puts the log there as it is, and copies of it for others. @returns whose logs there are */
async function fillWith(pool: Pool, { tenant, log }: Lived): Promise<readonly string[]> {
  for (let first = 0; first < log.length; first += BATCH) {
    const some = log.slice(first, first + BATCH);
    const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
    const columns = [
      some.map(({ position }) => position),
      some.map(({ stream }) => stream),
      some.map(({ version }) => version),
      some.map(({ type }) => type),
      some.map(({ v }) => v),
      some.map(({ data }) => JSON.stringify(data)),
      some.map(({ because }) => json(because)),
      some.map(({ at }) => at),
      some.map(({ actor }) => actor),
      some.map(({ recordedAt }) => recordedAt),
    ];
    await pool.query(INSERT, [tenant, ...columns]);
  }
  const copies = Array.from({ length: Math.max(0, Math.ceil(EVENTS / log.length) - 1) }, (_, index) => String(index));
  for (const copy of copies) await pool.query(COPY, [tenant, copy]);
  await pool.query('analyze event');
  return [tenant, ...copies.map((copy) => `${tenant}.${copy}`)];
}

/** Pages of an ordered read by key, as one would write it by hand. */
const PAGE = 10_000;

async function keysetRead(store: PostgresEventStore, tenants: readonly string[]): Promise<number> {
  let events = 0;
  for (const tenant of tenants)
    for (let page = await store.readAll(tenant, 0, PAGE); page.length > 0; ) {
      events += page.length;
      page = await store.readAll(tenant, page.at(-1)?.position ?? 0, PAGE);
    }
  return events;
}

async function replayed(store: PostgresEventStore, tenants: readonly string[]): Promise<number> {
  let events = 0;
  for (const tenant of tenants) for await (const batch of store.replay(tenant)) events += batch.length;
  return events;
}

async function recomputeAll(tenants: readonly string[], one: (tenant: string) => Promise<Recomputed>): Promise<number> {
  let events = 0;
  for (const tenant of tenants) {
    const done = await one(tenant);
    if (done.difference) throw new Error(done.difference.said.en);
    events += done.events;
  }
  return events;
}

/** Each log by one thread, as many logs at once as there are threads. */
async function besideOneAnother(lanes: readonly RecomputeThreads[], tenants: readonly string[]): Promise<number> {
  const left = [...tenants];
  const counts = lanes.map(async (lane) => {
    let events = 0;
    for (let tenant = left.shift(); tenant !== undefined; tenant = left.shift())
      events += await recomputeAll([tenant], (each) => lane.recompute(each));
    return events;
  });
  return (await Promise.all(counts)).reduce((sum, events) => sum + events, 0);
}

/** Verification replay beside an ordered read of the same logs. */
export const recomputeBenchmark = (options: BenchmarkOptions): Promise<Report> =>
  onBenchServer(({ fresh }) => fresh('recompute', 'migrated', (pool, database) => measured(pool, database, options)));

async function measured(pool: Pool, { admin, url }: BenchDatabase, { rounds, progress }: BenchmarkOptions): Promise<Report> {
  const lived = await livedYear();
  const tenants = await fillWith(admin, lived);
  const threads = availableParallelism();
  const running = new RecomputeThreads(url, threads);
  const lanes = Array.from({ length: threads }, () => new RecomputeThreads(url, 1));
  const facts = { events: tenants.length * lived.log.length, logs: tenants.length, threads };
  progress(`${facts.events} events in ${facts.logs} logs`);
  const store = new PostgresEventStore(pool);
  const cases: Readonly<Record<string, () => Promise<number>>> = {
    'keyset read': () => keysetRead(store, tenants),
    'replay in order, by COPY': () => replayed(store, tenants),
    'verification replay, one thread': () => recomputeAll(tenants, (tenant) => recompute(store, tenant)),
    [`verification replay, ${threads} threads`]: () => recomputeAll(tenants, (tenant) => running.recompute(tenant)),
    [`verification replay, ${threads} logs at once`]: () => besideOneAnother(lanes, tenants),
  };
  const rates = new Map<string, number[]>(Object.keys(cases).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const [name, run] of Object.entries(cases)) {
      let events = 0;
      const took = await seconds(async () => (events = await run()));
      rates.get(name)?.push(events / took);
      progress(`round ${round}: ${name}: ${Math.round(events / took)} events a second`);
    }
  }
  await Promise.all([running, ...lanes].map((each) => each.end()));
  const about = 'Verification replay beside an ordered read of the same logs';
  const limit = rates.get('keyset read') ?? [];
  const of = (name: string): Rates => ({ name, unit: 'events/s', ours: rates.get(name) ?? [], limit, limitName: 'keyset read' });
  return reportRates({ benchmark: 'recompute', about, facts }, Object.keys(cases).slice(1).map(of));
}
