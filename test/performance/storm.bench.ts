import type { Pool } from 'pg';
import { type BenchmarkOptions, median, type Rates, type Report, reportRates, seconds } from './benchmark.js';
import { onBenchServer } from './server.js';
import { limit, prepareLimit } from './storm/limit.js';
import { storm } from './storm/storm.js';

/** Tasks of each of the country's 10,599 communes; with `THAC_BENCH_LARGE` set a million steps. */
const TASKS = process.env['THAC_BENCH_LARGE'] ? 94 : 5;

/**
 * Steps of the ladder of the whole country, all due at one midnight: from the first that is recorded to the last, by one and by two
 * worker processes, with commands beside them. The limit is a queue written by hand, whose effect is one narrow row.
 */
export async function stormBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const cases = [1, 2].map((workers) => ({ workers, ours: [] as number[], limit: [] as number[], slower: [] as number[] }));
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      for (const { workers, ours, limit: limits, slower } of cases) {
        const measured = await server.fresh('storm', 'migrated', (_, { admin, url }) =>
          storm({ pool: admin, url, workers, tasks: TASKS }),
        );
        limits.push(await server.fresh('storm_limit', 'empty', (pool) => byHand(pool, 10_599 * TASKS, workers)));
        ours.push(measured.rate);
        slower.push(measured.slower);
        progress(
          `round ${round}, ${workers} workers: ${measured.rate.toFixed(0)} steps/s, limit ${limits.at(-1)?.toFixed(0)}, commands' p99 × ${measured.slower.toFixed(1)}`,
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
  const slower = Object.fromEntries(cases.map((each) => [`p99 ÷ idle, ${each.workers}`, median(each.slower).toFixed(2)]));
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
