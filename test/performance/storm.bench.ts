import type { Pool } from 'pg';
import { type BenchmarkOptions, median, type Rates, type Report, reportRates, seconds } from './benchmark.js';
import { onBenchServer } from './server.js';
import { limit, prepareLimit } from './storm/limit.js';
import { storm } from './storm/storm.js';

/** Tasks of each of the country's 10,599 communes; with `THAC_BENCH_LARGE` set a million steps. */
const TASKS = process.env['THAC_BENCH_LARGE'] ? 94 : 5;

/**
 * Steps of the ladder of the whole country, all due at one midnight: from the first that is recorded to the last, by one and by two
 * worker processes. The limit is a queue written by hand, whose effect is one narrow row. A second storm of the same size has
 * commands beside it: how long they take, and what is left of the rate.
 */
export async function stormBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const cases = [1, 2].map((workers) => ({
    workers,
    ours: [] as number[],
    limit: [] as number[],
    slower: [] as number[],
    beside: [] as number[],
  }));
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      for (const { workers, ours, limit: limits, slower, beside } of cases) {
        const measured = (hasCommands: boolean) =>
          server.fresh('storm', 'migrated', (_, { admin, url }) =>
            storm({ pool: admin, url, workers, tasks: TASKS, hasCommands }),
          );
        const alone = await measured(false);
        limits.push(await server.fresh('storm_limit', 'empty', (pool) => byHand(pool, 10_599 * TASKS, workers)));
        const together = await measured(true);
        ours.push(alone.rate);
        beside.push(together.rate);
        slower.push(together.slower ?? Number.NaN);
        progress(
          `round ${round}, ${workers} workers: ${alone.rate.toFixed(0)} steps/s, limit ${limits.at(-1)?.toFixed(0)}; beside commands ${together.rate.toFixed(0)}, their p99 × ${together.slower?.toFixed(1)}`,
        );
      }
    }
  });
  const rates = cases.map(
    ({ workers, ours, limit: limits }): Rates => ({
      name: `${workers} worker processes`,
      unit: 'steps/s',
      ours,
      limit: limits,
      limitName: 'SKIP LOCKED by hand',
    }),
  );
  const slower = Object.fromEntries(
    cases.flatMap(({ workers, slower: p99, beside }) => [
      [`p99 ÷ idle, ${workers}`, median(p99).toFixed(2)],
      [`steps/s beside commands, ${workers}`, median(beside).toFixed(0)],
    ]),
  );
  const about = 'Storm: every step of a country due at one midnight; none lost, none doubled';
  return reportRates({ benchmark: 'storm', about, facts: { steps: 10_599 * TASKS, lost: 0, doubled: 0, ...slower } }, rates);
}

async function byHand(pool: Pool, jobs: number, workers: number): Promise<number> {
  await prepareLimit(pool, jobs);
  let done = 0;
  const took = await seconds(async () => {
    for (const each of await Promise.all(Array.from({ length: workers }, () => limit(pool)))) done += each;
  });
  if (done !== jobs) throw new Error(`${done} of ${jobs} jobs were done`);
  return jobs / took;
}
