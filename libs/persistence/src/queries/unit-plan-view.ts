import type { Pool } from 'pg';
import type { UnitPlanView } from '#contracts';
import {
  type DutyRow,
  type ItemRow,
  type ReportRow,
  type UnitPlanRow,
  dutyView,
  itemView,
  writtenReportView,
} from '#read-models';
import { lookUp } from './look-up.js';
import { FIND_UNIT_PLAN, UNIT_PLAN_DUTIES, UNIT_PLAN_ITEMS, UNIT_PLAN_REPORTS } from './unit-plan.sql.js';

interface SupportedTask {
  readonly task: string;
  readonly source: string;
}

interface JointTask extends SupportedTask {
  readonly accountable: string;
}

/** Everything that one unit owes under one plan: seven statements, whatever its size. */
export async function unitPlanView(
  pool: Pool,
  key: { readonly tenant: string; readonly plan: string; readonly unit: string },
  asOf: string,
): Promise<UnitPlanView | undefined> {
  const values = [key.tenant, key.plan, key.unit];
  const [found, items, reports, duties] = await Promise.all([
    pool.query<UnitPlanRow>(FIND_UNIT_PLAN, values),
    pool.query<ItemRow>(UNIT_PLAN_ITEMS, values),
    pool.query<ReportRow>(UNIT_PLAN_REPORTS, values),
    pool.query<DutyRow>(UNIT_PLAN_DUTIES, values),
  ]);
  const row = found.rows[0];
  if (!row) return undefined;
  const joint = JSON.parse(row.joint) as JointTask[];
  const supports = JSON.parse(row.supports) as SupportedTask[];
  const lookups = await lookUp(pool, key.tenant, {
    items: items.rows,
    reports: reports.rows,
    tasks: [...joint, ...supports],
    units: [row.unit, ...duties.rows.map(({ send_to }) => send_to)],
  });
  return {
    plan: row.plan,
    unit: lookups.unit(row.unit),
    source: row.source,
    provisional: row.provisional,
    ownPlan: row.own_plan,
    version: row.version,
    items: items.rows.map((item) => itemView(item, lookups, asOf)),
    reports: reports.rows.map((report) => writtenReportView(report, lookups, asOf)),
    duties: duties.rows.map((duty) => dutyView(duty, lookups, asOf)),
    joint: joint.map((each) => ({ ...each, title: lookups.title(each) })),
    supports: supports.map((each) => ({ ...each, title: lookups.title(each) })),
  };
}
