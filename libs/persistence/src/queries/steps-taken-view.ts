import type { Pool } from 'pg';
import type { StepsTaken } from '#contracts';
import type { ReadModels } from '#read-models';
import { type PlanKey, scopeOf } from './cascade-view.js';
import { STEPS_TAKEN } from './cascade.sql.js';
import { lookUp } from './look-up.js';
import { cursorValues, longLimitOf, pageOf } from './paging.js';

type Asked = Parameters<ReadModels['stepsTaken']>[2];

interface StepRow {
  readonly unit: string;
  readonly obligation: string;
  readonly generation: number;
  /** With its source, of an item; null of reports and duties. */
  readonly task: string | null;
  readonly source: string | null;
  readonly step: string;
  readonly at: string;
  readonly due: string;
  readonly total: number;
}

/** Where steps have been taken. Five statements at most. */
export async function stepsTakenView(
  pool: Pool,
  key: PlanKey,
  { step, on, kind, within, asOf, ...page }: Asked,
): Promise<StepsTaken | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const limit = longLimitOf(page);
  const asked = [step, limit + 1, on, kind, within].map((each) => each ?? null);
  const found = (
    await pool.query<StepRow>(STEPS_TAKEN, [
      ...scope.values,
      ...asked,
      ...cursorValues(page, 'text', 'text', 'text', 'count', 'text'),
    ])
  ).rows;
  const { items: rows, next } = pageOf(found, limit, keyOf);
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
    next,
  };
}

const keyOf = ({ at, unit, obligation, generation, step }: StepRow): readonly string[] => [
  at,
  unit,
  obligation,
  String(generation),
  step,
];
