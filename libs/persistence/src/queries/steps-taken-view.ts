import type { Pool } from 'pg';
import type { StepsTaken } from '#contracts';
import { type PlanKey, scopeOf } from './cascade-view.js';
import { STEPS_TAKEN } from './cascade.sql.js';
import { lookUp } from './look-up.js';

interface StepRow {
  readonly unit: string;
  readonly obligation: string;
  /** With its source, of an item; null of reports and duties. */
  readonly task: string | null;
  readonly source: string | null;
  readonly step: string;
  readonly at: string;
  readonly due: string;
  readonly total: number;
}

/** Most that are named; the total counts them all. */
const LIMIT = 500;

/** Where steps have been taken. Five statements at most. */
export async function stepsTakenView(
  pool: Pool,
  key: PlanKey,
  { step, limit = LIMIT, asOf }: { readonly step?: string; readonly limit?: number; readonly asOf: string },
): Promise<StepsTaken | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const { rows } = await pool.query<StepRow>(STEPS_TAKEN, [...scope.values, step ?? null, Math.min(limit, LIMIT)]);
  const tasks = rows.flatMap(({ task, source }) => (task === null || source === null ? [] : [{ task, source }]));
  const { unit, title } = await lookUp(pool, key.tenant, { tasks, units: rows.map((row) => row.unit) });
  return {
    total: rows[0]?.total ?? 0,
    steps: rows.map((row) => ({
      unit: unit(row.unit),
      obligation: row.obligation,
      title: row.task === null || row.source === null ? null : title({ task: row.task, source: row.source }),
      step: row.step,
      at: row.at,
      due: row.due,
    })),
  };
}
