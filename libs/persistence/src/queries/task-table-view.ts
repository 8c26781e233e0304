import type { Pool } from 'pg';
import type { TaskTable } from '#contracts';
import { type ReadModels, taskTableOf, type TaskCountsRow } from '#read-models';
import { type PlanKey, scopeOf } from './cascade-view.js';
import { lookUp } from './look-up.js';
import { TASK_TABLE } from './task-table.sql.js';

type Asked = Parameters<ReadModels['taskTable']>[2];

/** Items by unit and task: five statements, whatever the size of the tree. Undefined where there is no such plan or unit. */
export async function taskTableView(pool: Pool, key: PlanKey, { within, asOf }: Asked): Promise<TaskTable | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const top = within ?? scope.row.issuer;
  const { rows } = await pool.query<TaskCountsRow>(TASK_TABLE, [...scope.values, top]);
  const lookups = await lookUp(pool, key.tenant, { units: [top, ...rows.map(({ branch }) => branch)], tasks: rows });
  const unit = lookups.unit(top);
  if (unit.tier === '') return undefined;
  return { plan: key.plan, within: unit, asOf, ...taskTableOf(rows, lookups) };
}
