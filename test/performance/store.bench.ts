import { PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import { type BenchmarkOptions, type Report, reportRates } from './benchmark.js';
import { onBenchServer } from './server.js';
import { appendRate, STREAM_LENGTH, type Writers } from './store/append.js';
import { appendLimit, fillLimit, replayLimit } from './store/limits.js';
import { fill, replayRate } from './store/replay.js';

const SIZE = 200;
const REPLAYED = 20_000;

/** A rate of ours beside the rate of what one would write by hand, measured in the same round. */
interface Pair {
  readonly name: string;
  readonly ours: (store: PostgresEventStore, pool: Pool) => Promise<number>;
  readonly limit: (pool: Pool) => Promise<number>;
}

const append = (name: string, writers: Writers): Pair => ({
  name: `append: ${name}`,
  ours: (store) => appendRate(store, writers),
  limit: (pool) => appendLimit(pool, writers),
});

const PAIRS: readonly Pair[] = [
  append('1 event a command, 1 writer', { writers: 1, step: 1, streams: SIZE }),
  append('1 event a command, 8 writers', { writers: 8, step: 1, streams: SIZE * 4 }),
  append('10 events a command, 1 writer', { writers: 1, step: 10, streams: SIZE * 5 }),
  append('10 events a command, 8 writers', { writers: 8, step: 10, streams: SIZE * 20 }),
  {
    name: `replay in order, ${REPLAYED * STREAM_LENGTH} events`,
    ours: async (store, admin) => {
      await fill(store, REPLAYED);
      await admin.query('vacuum analyze event');
      return replayRate(store, REPLAYED);
    },
    limit: async (pool) => {
      await fillLimit(pool, REPLAYED);
      return replayLimit(pool, REPLAYED * STREAM_LENGTH);
    },
  },
];

/** The store beside what one would write by hand for the same: one prepared INSERT a command; a keyset read. */
export async function storeBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const rates = PAIRS.map(({ name }) => ({ name, ours: [] as number[], limit: [] as number[] }));
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      for (const [index, { name, ours, limit }] of PAIRS.entries()) {
        const byHand = await server.fresh('limit', 'empty', limit);
        const own = await server.fresh('ours', 'migrated', (pool, { admin }) => ours(new PostgresEventStore(pool), admin));
        rates[index]?.limit.push(byHand);
        rates[index]?.ours.push(own);
        progress(`round ${round}: ${name}: ${own.toFixed(0)} events/s, by hand ${byHand.toFixed(0)}`);
      }
    }
  });
  const about = 'The store: durable appends with expected versions, and replay, beside the same written by hand';
  const named = rates.map((each) => ({ ...each, unit: 'events/s', limitName: 'by hand' }));
  return reportRates({ benchmark: 'store', about, facts: { 'events a stream': STREAM_LENGTH } }, named);
}
