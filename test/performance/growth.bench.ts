import { createWorkflow } from '#workflow';
import { PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import { type BenchmarkOptions, median, type Report, seconds } from './benchmark.js';
import { issue, planOf, prepare } from './communes.js';
import { type BenchDatabase, onBenchServer } from './server.js';
import { bodyOf, STREAM_LENGTH } from './store/append.js';

/** Sizes of the log, in events, at which appends are measured. */
const SIZES: readonly number[] = [0, 10_000, 100_000, 1_000_000, ...(process.env['THAC_BENCH_LARGE'] ? [10_000_000] : [])];
const FILLED = 50_000;
const FILLER = 'filler';
const TENANT = 'vn-10';

/** Communes and tasks of plans that make so many items as each is named by. */
const PLANS: readonly { readonly items: number; readonly communes: number; readonly tasks: number }[] = [
  { items: 1_000, communes: 100, tasks: 10 },
  { items: 10_000, communes: 1_000, tasks: 10 },
  { items: 100_000, communes: 5_000, tasks: 20 },
  ...(process.env['THAC_BENCH_LARGE'] ? [{ items: 1_000_000, communes: 10_000, tasks: 100 }] : []),
];

/**
 * What an append costs in a log of a tenant that grows, and an item in a plan that does; with `THAC_BENCH_LARGE` set, to ten million
 * events and a million items.
 */
export async function growthBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const appends = SIZES.map((size) => ({ name: `append, log of ${size} events`, seconds: [] as number[] }));
  const items = PLANS.map((plan) => ({ name: `item of a plan of ${plan.items}`, seconds: [] as number[] }));
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      await server.fresh('growth', 'migrated', (_, database) =>
        growing(database, (index, took) => {
          appends[index]?.seconds.push(took);
          progress(`round ${round}: log of ${SIZES[index]} events: ${(took * 1e3).toFixed(0)} µs an append`);
        }),
      );
      for (const [index, plan] of PLANS.entries()) {
        const took = await server.fresh('growth', 'migrated', (pool) => cascading(pool, plan));
        items[index]?.seconds.push((took * 1_000) / plan.items);
        progress(`round ${round}: plan of ${plan.items} items: ${((took * 1e6) / plan.items).toFixed(1)} µs an item`);
      }
    }
  });
  return reportOf([...appends, ...items], {
    'growth exponent, items': exponentOf(
      PLANS.map((plan) => plan.items),
      items,
    ).toFixed(3),
    'growth exponent, appends': exponentOf(
      SIZES.map((size) => Math.max(size, 1_000)),
      appends,
    ).toFixed(3),
  });
}

interface Case {
  readonly name: string;
  /** Seconds of a thousand. */
  readonly seconds: readonly number[];
}

function reportOf(cases: readonly Case[], facts: Report['facts']): Report {
  const base = median(cases[0]?.seconds ?? []);
  const ratios = Object.fromEntries(cases.map(({ name, seconds: took }) => [name, median(took) / base]));
  const lines = cases.map(({ name, seconds: took }) => `${name.padEnd(40)}${(median(took) * 1e3).toFixed(1).padStart(10)} µs`);
  const about =
    'Growth: an append of one event while its tenant’s log grows; an item of a plan, issued to everybody, while plans grow';
  const told = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return { benchmark: 'growth', about, cases, ratios, facts, table: [about, told.join(' · '), ...lines, ''].join('\n') };
}

/** @returns seconds that one plan took to reach everybody */
async function cascading(pool: Pool, { communes, tasks }: (typeof PLANS)[number]): Promise<number> {
  const workflow = createWorkflow(new PostgresEventStore(pool));
  await prepare(workflow, TENANT, communes);
  return issue(workflow, TENANT, planOf({ tasks, steps: 3 }));
}

/** Seconds of a thousand appends at each size. */
async function growing({ pool, admin }: BenchDatabase, measured: (index: number, took: number) => void): Promise<void> {
  const store = new PostgresEventStore(pool);
  let streams = 0;
  for (const [index, size] of SIZES.entries()) {
    for (let head = await store.head(TENANT); head < size; head = await store.head(TENANT)) {
      await fill(store, Math.min(FILLED, size - head));
    }
    await admin.query('checkpoint');
    const first = streams;
    streams += 100;
    const took = await seconds(() => appendTo(store, first));
    measured(index, took);
  }
}

async function appendTo(store: PostgresEventStore, first: number): Promise<void> {
  for (let stream = first; stream < first + 100; stream++) {
    for (let version = 0; version < STREAM_LENGTH; version++) {
      await store.append(TENANT, [{ stream: `grown/${stream}`, expected: version, events: [bodyOf(stream, version)] }]);
    }
  }
}

/** Streams of ten events each, in one append. */
async function fill(store: PostgresEventStore, events: number): Promise<void> {
  const head = await store.head(TENANT);
  const writes = Array.from({ length: Math.ceil(events / STREAM_LENGTH) }, (_, index) => ({
    stream: `${FILLER}/${head}/${index}`,
    expected: 0,
    events: Array.from({ length: STREAM_LENGTH }, (_event, version) => bodyOf(index, version)),
  }));
  await store.append(TENANT, writes);
}

/** How the whole cost grows with the size, by the smallest and the largest: 1 where each one costs the same whatever the size. */
function exponentOf(sizes: readonly number[], cases: readonly Case[]): number {
  const [first, last] = [median(cases[0]?.seconds ?? []), median(cases.at(-1)?.seconds ?? [])];
  return 1 + Math.log(last / first) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
}
