import type { Pool } from 'pg';
import type { LateList, LateStep, PageRequest } from '#contracts';
import { planView } from '#read-models';
import { type Branch, branchOf, type PlanKey, scopeOf } from './cascade-view.js';
import { LATE_LIST } from './late-list.sql.js';
import { lookUp } from './look-up.js';
import { cursorValues, longLimitOf, pageOf } from './paging.js';

interface LateRow {
  readonly unit: string;
  readonly obligation: string;
  readonly task: string | null;
  readonly source: string;
  readonly due: string;
  readonly due_time: string | null;
  readonly days_late: number;
  readonly steps: readonly LateStep[];
  readonly explanation: string | null;
  readonly explanation_due: string | null;
  readonly explanation_status: string | null;
  readonly explained_at: string | null;
  readonly total: number;
}

/** Who is late under a plan, since when, and what has been done about it. Six statements at most. */
export async function lateListView(
  pool: Pool,
  key: PlanKey,
  { asOf, within, ...page }: Branch & PageRequest,
): Promise<LateList | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const branch = await branchOf(pool, key.tenant, within);
  const limit = longLimitOf(page);
  const found = (
    await pool.query<LateRow>(LATE_LIST, [...scope.values, limit + 1, ...cursorValues(page, 'day', 'text', 'text'), branch])
  ).rows;
  const { items: rows, next } = pageOf(found, limit, (row) => [row.due, row.unit, row.obligation]);
  const tasks = rows.flatMap(({ task, source }) => (task === null ? [] : [{ task, source }]));
  const { unit, title } = await lookUp(pool, key.tenant, { tasks, units: [scope.row.issuer, ...rows.map((row) => row.unit)] });
  return {
    plan: planView(scope.row, { unit }),
    asOf,
    total: rows[0]?.total ?? 0,
    late: rows.map((row) => ({
      unit: unit(row.unit),
      obligation: row.obligation,
      title: row.task === null ? null : title({ task: row.task, source: row.source }),
      due: row.due,
      dueTime: row.due_time,
      daysLate: row.days_late,
      steps: row.steps,
      explanation: explanationOf(row),
    })),
    next,
  };
}

const explanationOf = (row: LateRow): LateList['late'][number]['explanation'] =>
  row.explanation === null
    ? null
    : { item: row.explanation, due: row.explanation_due, status: row.explanation_status ?? '', submittedAt: row.explained_at };
