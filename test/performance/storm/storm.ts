import { PostgresClock } from '#persistence';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Pool } from 'pg';
import { seconds } from '../benchmark.js';
import { Deeds, percentile, quarterEnd, TENANT, type QuarterEnd } from './quarter-end.js';

const IDLE_COMMANDS = 1_500;
const WORKER = path.join(import.meta.dirname, '../../../apps/worker/src/main.js');

export interface Measured {
  readonly rate: number;
  /** p99 of commands meanwhile ÷ p99 before; null where there were none. */
  readonly slower: number | null;
}

export interface StormCase {
  readonly pool: Pool;
  readonly url: string;
  /** How many processes. */
  readonly workers: number;
  /** Tasks of each of the country's communes. */
  readonly tasks: number;
  /** With people's commands meanwhile, one after another: they take processor and disk too. */
  readonly hasCommands: boolean;
}

/** From the first step that is recorded until nothing is due; then every step is counted. */
export async function storm({ pool, url, workers, tasks, hasCommands }: StormCase): Promise<Measured> {
  const quarter = await quarterEnd(pool, tasks);
  let left = hasCommands ? IDLE_COMMANDS : 0;
  const deeds = new Deeds(quarter);
  const idle = percentile(await deeds.while(() => left-- > 0), 0.99);
  const env = { ...process.env, DATABASE_URL: url, THAC_NOTICES: 'off' };
  const processes = Array.from({ length: workers }, () => spawn(process.execPath, [WORKER], { env, stdio: 'ignore' }));
  try {
    await until(async () => (await counted(pool)) > 0);
    const first = await counted(pool);
    let isOver = false;
    const meanwhile = deeds.while(() => hasCommands && !isOver);
    const took = await seconds(() => until(async () => (await new PostgresClock(pool).dueTenants(NOW)).length === 0));
    isOver = true;
    const busy = percentile(await meanwhile, 0.99);
    await check(quarter, pool);
    return { rate: (quarter.steps - first) / took, slower: hasCommands ? busy / idle : null };
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
