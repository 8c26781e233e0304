import type { Pool } from 'pg';
import type { CascadeNode, Counts, Progress, UnitView } from '#contracts';
import { type CountedPlanRow, planView } from '#read-models';
import { countingAll } from '../rows/asking.js';
import { CASCADE_BRANCHES, CASCADE_LATE, CASCADE_STEPS, CASCADE_UNITS, PLANS_BELOW, UNITS_BELOW } from './cascade.sql.js';
import { type CountsRow, countsOf, NO_COUNTS, sumOf } from './counts.js';
import { FIND_PLAN } from './lists.sql.js';
import { lookUpUnits } from './look-up.js';

/** A plan, asked about by one tenant. */
export interface PlanKey {
  readonly tenant: string;
  readonly plan: string;
}

interface CascadeRow extends CountsRow {
  readonly unit: string;
  readonly source: string;
  readonly provisional: boolean;
  readonly own_plan: string | null;
}

interface LateRow {
  readonly unit: string;
  readonly task: string;
  readonly due: string;
  readonly days_late: number;
  readonly done: boolean;
}

/** Most late items that progress names, the latest first; the counts count them all. */
const LATE_LIMIT = 200;

/** A plan with the parameters that its statements share. */
export interface Scope {
  readonly row: CountedPlanRow;
  readonly values: readonly [tenant: string, root: string, sources: readonly string[] | null, day: string];
}

/** What a plan's statements are asked with; undefined where it has not been issued. */
export async function scopeOf(pool: Pool, { tenant, plan }: PlanKey, asOf: string): Promise<Scope | undefined> {
  const row = (await countingAll(() => pool.query<CountedPlanRow>(FIND_PLAN, [tenant, plan]))).rows[0];
  if (!row) return undefined;
  const below = row.parent === null ? null : (await pool.query<{ id: string }>(PLANS_BELOW, [tenant, plan])).rows;
  return { row, values: [tenant, row.root, below?.map(({ id }) => id) ?? null, asOf] };
}

/** What is asked about a plan: the moment it is judged for, and the unit that is meant with all below it (all of the plan unless told). */
export interface Branch {
  readonly asOf: string;
  readonly within?: string;
}

/** Units of a branch of the organisation, as statements take them; null where all are meant. One statement at most. */
export const branchOf = async (pool: Pool, tenant: string, within: string | undefined): Promise<readonly string[] | null> =>
  within === undefined ? null : (await pool.query<{ id: string }>(UNITS_BELOW, [tenant, within])).rows.map(({ id }) => id);

/** The tree below a plan's issuer, or below a unit: every unit with a unit plan, and the units that stand between. Five statements. */
export async function cascadeView(pool: Pool, key: PlanKey, { asOf, within }: Branch): Promise<CascadeNode | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const top = within ?? scope.row.issuer;
  const { rows } = await pool.query<CascadeRow>(CASCADE_UNITS, [...scope.values, await branchOf(pool, key.tenant, within)]);
  const ids = [top, ...rows.map(({ unit }) => unit)];
  const branches = (await pool.query<UnitView>(CASCADE_BRANCHES, [key.tenant, ids, top])).rows;
  return treeOf(top, branches, new Map(rows.map((row) => [row.unit, row])));
}

type Growing = CascadeNode & { readonly children: CascadeNode[] };

/** Units whose superiors do not lead to the top hang on it directly: nobody who owes something is left out. */
function treeOf(top: string, units: readonly UnitView[], rows: ReadonlyMap<string, CascadeRow>): CascadeNode | undefined {
  const nodes = new Map(units.map((unit): [string, Growing] => [unit.id, nodeOf(unit, rows.get(unit.id))]));
  const root = nodes.get(top);
  for (const node of nodes.values()) {
    if (node === root) continue;
    const above = node.unit.superior === null ? undefined : nodes.get(node.unit.superior);
    (above ?? root)?.children.push(node);
  }
  return root;
}

const nodeOf = (unit: UnitView, row: CascadeRow | undefined): Growing => ({
  unit,
  source: row?.source ?? null,
  provisional: row?.provisional ?? false,
  ownPlan: row?.own_plan ?? null,
  items: row ? countsOf(row, 'item') : NO_COUNTS,
  reports: row ? countsOf(row, 'report') : NO_COUNTS,
  children: [],
});

/** How far a plan has come, over all units in its scope, or those of a branch. Eight statements at most. */
export async function progressView(pool: Pool, key: PlanKey, { asOf, within }: Branch): Promise<Progress | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const values = [...scope.values, await branchOf(pool, key.tenant, within)];
  const [{ rows }, steps, late] = await Promise.all([
    pool.query<CascadeRow>(CASCADE_UNITS, values),
    pool.query<{ step: string; count: number }>(CASCADE_STEPS, values),
    pool.query<LateRow>(CASCADE_LATE, [...values, LATE_LIMIT]),
  ]);
  const unit = await lookUpUnits(pool, key.tenant, [scope.row.issuer, ...rows.map((row) => row.unit)]);
  return {
    plan: planView(scope.row, { unit }),
    asOf,
    items: sumOf(rows, 'item'),
    reports: sumOf(rows, 'report'),
    byTier: byTier(rows, (id) => unit(id).tier || 'unknown'),
    escalations: Object.fromEntries(steps.rows.map(({ step, count }) => [step, count])),
    late: late.rows.map(({ unit: id, task, due, days_late, done }) => ({ unit: unit(id), task, due, daysLate: days_late, done })),
  };
}

function byTier(rows: readonly CascadeRow[], tierOf: (unit: string) => string): Progress['byTier'] {
  const tiers: Record<string, { unitPlans: number; items: Counts; reports: Counts }> = {};
  for (const [tier, some] of Map.groupBy(rows, ({ unit }) => tierOf(unit))) {
    tiers[tier] = { unitPlans: some.length, items: sumOf(some, 'item'), reports: sumOf(some, 'report') };
  }
  return tiers;
}
