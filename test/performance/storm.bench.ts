import { PostgresClock } from '#persistence';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Pool } from 'pg';
import { type BenchmarkOptions, median, type Rates, type Report, reportRates, seconds } from './benchmark.js';
import { onBenchServer } from './server.js';
import { limit, prepareLimit } from './storm/limit.js';
import { commands, percentile, quarterEnd, TENANT, type QuarterEnd } from './storm/quarter-end.js';

/** Tasks of each of the country's 10,599 communes; with `THAC_BENCH_LARGE` set a million steps. */
const TASKS = process.env['THAC_BENCH_LARGE'] ? 94 : 5;
const IDLE_COMMANDS = 500;
const WORKER = path.join(import.meta.dirname, '../../apps/worker/src/main.js');

interface Measured {
  readonly rate: number;
  /** p99 of commands meanwhile ÷ p99 before. */
  readonly slower: number;
}

/**
 * Steps of the ladder of the whole country, all due at one midnight: from the first that is recorded to the last, by one and by two
 * worker processes, with commands beside them. The limit is a queue written by hand, whose effect is one narrow row.
 */
export async function stormBenchmark({ rounds, progress }: BenchmarkOptions): Promise<Report> {
  const cases = [1, 2].map((workers) => ({ workers, ours: [] as number[], limit: [] as number[], slower: [] as number[] }));
  await onBenchServer(async (server) => {
    for (let round = 1; round <= rounds; round++) {
      for (const { workers, ours, limit: limits, slower } of cases) {
        const measured = await server.fresh('storm', 'migrated', (pool, url) => storm(pool, url, workers));
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

async function storm(pool: Pool, url: string, workers: number): Promise<Measured> {
  const quarter = await quarterEnd(pool, TASKS);
  let left = IDLE_COMMANDS;
  const idle = percentile(await commands(quarter, () => left-- > 0), 0.99);
  const env = { ...process.env, DATABASE_URL: url, THAC_NOTICES: 'off' };
  const processes = Array.from({ length: workers }, () => spawn(process.execPath, [WORKER], { env, stdio: 'ignore' }));
  try {
    await until(async () => (await counted(pool)) > 0);
    const first = await counted(pool);
    let isOver = false;
    const meanwhile = commands(quarter, () => !isOver);
    const took = await seconds(() => until(async () => (await new PostgresClock(pool).dueTenants(NOW)).length === 0));
    isOver = true;
    const busy = percentile(await meanwhile, 0.99);
    await check(quarter, pool);
    return { rate: (quarter.steps - first) / took, slower: busy / idle };
  } finally {
    await Promise.all(processes.map(stop));
  }
}

/** Later than any step, earlier than today. */
const NOW = '2024-01-01T00:00:00+07:00' as Parameters<PostgresClock['dueTenants']>[0];

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function counted(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ steps: number }>('select count(*)::int as steps from escalation where tenant = $1', [
    TENANT,
  ]);
  return rows[0]?.steps ?? 0;
}

async function check({ steps }: QuarterEnd, pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ events: number; distinct: number }>(
    `select count(*)::int as events, count(distinct (stream, data::json->>'obligation', data::json->>'step'))::int as distinct
     from event where tenant = $1 and type = 'EscalationStepReached'`,
    [TENANT],
  );
  const [found] = rows;
  if (found?.events !== steps || found.distinct !== steps)
    throw new Error(`${steps} steps were due, ${found?.events} recorded, ${found?.distinct} different`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
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
