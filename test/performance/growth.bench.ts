import { PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import { type BenchmarkOptions, median, type Report, seconds } from './benchmark.js';
import { onBenchServer } from './server.js';
import { bodyOf, STREAM_LENGTH } from './store/append.js';

/** Sizes of the log, in events, at which appends are measured. */
const SIZES: readonly number[] = [0, 10_000, 100_000, 1_000_000, ...(process.env['THAC_BENCH_LARGE'] ? [10_000_000] : [])];
const FILLED = 50_000;
const FILLER = 'filler';
const TENANT = 'vn-10';

/** What an append costs in a log of a tenant that grows; with `THAC_BENCH_LARGE` set, to ten million events. */
export async function growthBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const cases = SIZES.map((size) => ({ name: `append, log of ${size} events`, seconds: [] as number[] }));
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      await server.fresh('growth', 'migrated', (pool) =>
        growing(pool, (index, took) => {
          cases[index]?.seconds.push(took);
          progress(`round ${round}: ${SIZES[index]} events: ${((took / 1_000) * 1e6).toFixed(0)} µs an append`);
        }),
      );
    }
  });
  const facts = { 'growth exponent': exponentOf(cases.map(({ seconds: took }) => median(took))).toFixed(3) };
  const lines = cases.map(({ name, seconds: took }) => `${name.padEnd(40)}${(median(took) * 1e3).toFixed(0).padStart(8)} µs`);
  const base = median(cases[0]?.seconds ?? []);
  const ratios = Object.fromEntries(cases.map(({ name, seconds: took }) => [name, median(took) / base]));
  const about = 'Growth: one event a command, one writer, while the tenant’s log grows';
  return { benchmark: 'growth', about, cases, ratios, facts, table: [about, JSON.stringify(facts), ...lines, ''].join('\n') };
}

/** Seconds of a thousand appends at each size. */
async function growing(pool: Pool, measured: (index: number, took: number) => void): Promise<void> {
  const store = new PostgresEventStore(pool);
  let streams = 0;
  for (const [index, size] of SIZES.entries()) {
    for (let head = await store.head(TENANT); head < size; head = await store.head(TENANT)) {
      await fill(store, Math.min(FILLED, size - head));
    }
    await pool.query('checkpoint');
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

/** Slope of cost over size, both as logarithms, of a total that grows by each append; 1 where each append costs the same. */
function exponentOf(costs: readonly number[]): number {
  const [first = 1] = costs.slice(1);
  const last = costs.at(-1) ?? first;
  const decades = Math.log10((SIZES.at(-1) ?? 10) / (SIZES[1] ?? 1));
  return 1 + Math.log10(last / first) / decades;
}
