import { PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import type { Acknowledged } from './people.js';
import { byStream, communes, isActing, logOf, STEPS } from './world.js';

/** What a round came to: exact counts, and everything that is not as it should be. */
export interface Verdict {
  readonly effects: number;
  readonly acts: number;
  readonly wrongs: readonly string[];
}

/**
 * Holds the log and the read models of a tenant against what one process alone writes with nothing failing: the same streams,
 * the same lines, nothing lost, nothing doubled; and every answer that people got against the log.
 */
export async function verify(
  pool: Pool,
  tenant: string,
  { count, alone, acknowledged }: { count: number; alone: ReadonlyMap<string, string>; acknowledged: Acknowledged },
): Promise<Verdict> {
  const wrongs: string[] = [];
  const log = await logOf(new PostgresEventStore(pool), tenant);
  const gap = log.findIndex(({ position }, index) => position !== index + 1);
  if (gap >= 0) wrongs.push(`position ${gap + 1} is missing`);
  const found = byStream(log);
  for (const stream of new Set([...alone.keys(), ...found.keys()])) {
    if (alone.get(stream) !== found.get(stream))
      wrongs.push(`${stream} differs:\n${alone.get(stream)}\n---\n${found.get(stream)}`);
  }
  for (const [key, { position }] of acknowledged) {
    const { rows } = await pool.query<{ position: number }>(
      'select position from command_record where tenant = $1 and key = $2',
      [tenant, key],
    );
    if (rows[0]?.position !== position) wrongs.push(`${key} was answered ${position} and stands at ${rows[0]?.position}`);
  }
  const effects = log.filter(({ type }) => type === 'EscalationStepReached').length;
  const acts = log.filter(({ type }) => type === 'ItemSubmitted').length;
  const acting = communes(count).filter((_, index) => isActing(index)).length;
  if (effects !== count * STEPS) wrongs.push(`${effects} effects, expected ${count * STEPS}`);
  if (acts !== acting) wrongs.push(`${acts} acts, expected ${acting}`);
  wrongs.push(...(await readModelWrongs(pool, tenant, { effects, acts })));
  return { effects, acts, wrongs };
}

async function readModelWrongs(
  pool: Pool,
  tenant: string,
  { effects, acts }: { effects: number; acts: number },
): Promise<string[]> {
  const { rows } = await pool.query<{ steps: number; submitted: number; due: number }>(
    `select (select count(*)::int from escalation where tenant = $1) as steps,
      (select count(*)::int from item where tenant = $1 and status = 'submitted') as submitted,
      (select count(*)::int from wake_up where tenant = $1 and at < '2023') as due`,
    [tenant],
  );
  const { steps, submitted, due } = rows[0] ?? { steps: 0, submitted: 0, due: 0 };
  const wrongs: string[] = [];
  if (steps !== effects) wrongs.push(`${steps} steps in the read model, ${effects} in the log`);
  if (submitted !== acts) wrongs.push(`${submitted} items are submitted in the read model, ${acts} in the log`);
  if (due > 0) wrongs.push(`${due} wake-ups are left`);
  return wrongs;
}
