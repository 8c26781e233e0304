import type { CascadeNode, Counts, Progress } from '#contracts';
import type { UnitPlanState } from '#engine';
import { escalationRows, planView, timeliness, type CountedPlanRow } from '#read-models';
import { branchNodes, type UnitCounts } from './branch-nodes.js';
import type { PlanMoment, UnitPlanThen } from './plan-moment.js';
import { following, missing } from './scope.js';

/** What counting an obligation needs. */
interface Counted {
  readonly due: string | null;
  readonly time?: string | undefined;
  readonly status: string;
  readonly submittedAt: string | null;
}

const NONE: Counts = { total: 0, onTime: 0, late: 0, overdue: 0, open: 0 };
const GONE: ReadonlySet<string> = new Set(['cancelled', 'transferred']);

/** The tree below a plan's issuer as of a moment: every unit with a unit plan, and the units that stand between. @throws NotFound */
export async function cascadeAsOf(moment: PlanMoment, plan: string, asOf: string): Promise<CascadeNode> {
  const { row } = (await moment.plan(plan)) ?? missing(plan);
  const units = new Map<string, UnitCounts>();
  for await (const { state } of following(moment, plan)) units.set(state.unit, countsOf(state, asOf));
  return branchNodes(moment, row.issuer, units);
}

/** Most late items that progress names, the latest first; the counts count them all. */
const MOST_LATE = 200;

/** How far a plan had come, over all units in its scope. @throws NotFound */
export async function progressAsOf(moment: PlanMoment, plan: string, asOf: string): Promise<Progress> {
  const { row } = (await moment.plan(plan)) ?? missing(plan);
  const tiers: Record<string, { unitPlans: number; items: Counts; reports: Counts }> = {};
  const escalations: Record<string, number> = {};
  let [items, reports, late, count] = [NONE, NONE, [] as readonly Late[], 0];
  for await (const then of following(moment, plan)) {
    const own = countsOf(then.state, asOf);
    [items, reports, count] = [sum(items, own.items), sum(reports, own.reports), count + 1];
    const tier = moment.unit(own.unit).tier || 'unknown';
    const known = tiers[tier] ?? { unitPlans: 0, items: NONE, reports: NONE };
    tiers[tier] = {
      unitPlans: known.unitPlans + 1,
      items: sum(known.items, own.items),
      reports: sum(known.reports, own.reports),
    };
    countSteps(escalations, then, asOf);
    late = latest([...late, ...lateOf(then.state, asOf)]);
  }
  const unitPlans = row.parent === null ? count : await closest(moment, row.root, plan);
  const counted: CountedPlanRow = { ...row, unit_plans: unitPlans };
  return {
    plan: planView(counted, moment),
    asOf,
    items,
    reports,
    byTier: tiers,
    escalations,
    late: late.map(({ unit, task, due, daysLate, done }) => ({ unit: moment.unit(unit), task, due, daysLate, done })),
  };
}

/** Unit plans that follow a plan of their own cascade most closely. */
async function closest(moment: PlanMoment, root: string, plan: string): Promise<number> {
  let count = 0;
  for await (const { state } of moment.unitPlans(root)) if (state.source === plan) count += 1;
  return count;
}

function countsOf(state: UnitPlanState, asOf: string): UnitCounts {
  const { unit, source, provisional, ownPlan } = state;
  const reports = [...state.reports.values()].filter(({ consolidated }) => !consolidated);
  return {
    unit,
    source,
    provisional,
    ownPlan,
    items: countsIn([...state.items.values()], asOf),
    reports: countsIn(reports, asOf),
  };
}

function countsIn(owed: readonly Counted[], asOf: string): Counts {
  const counts = { total: 0, onTime: 0, late: 0, overdue: 0, open: 0 };
  for (const { due, time = null, status, submittedAt } of owed) {
    if (GONE.has(status)) continue;
    counts.total += 1;
    counts[NAMES[timeliness({ due, dueTime: time, status, submittedAt }, asOf).timeliness]] += 1;
  }
  return counts;
}

const NAMES = { 'on-time': 'onTime', late: 'late', overdue: 'overdue', 'not-due': 'open', 'no-deadline': 'open' } as const;

const sum = (a: Counts, b: Counts): Counts => ({
  total: a.total + b.total,
  onTime: a.onTime + b.onTime,
  late: a.late + b.late,
  overdue: a.overdue + b.overdue,
  open: a.open + b.open,
});

/** Steps of a day that has come: at the end of it they have happened. */
function countSteps(counts: Record<string, number>, { state, events }: UnitPlanThen, asOf: string): void {
  for (const { step, at } of escalationRows(state, events))
    if (at.slice(0, 10) <= asOf.slice(0, 10)) counts[step] = (counts[step] ?? 0) + 1;
}

type Late = Omit<Progress['late'][number], 'unit'> & { readonly unit: string; readonly id: string };

function lateOf(state: UnitPlanState, asOf: string): readonly Late[] {
  return [...state.items.values()].flatMap(({ id, task, due, time = null, status, submittedAt }) => {
    const { timeliness: how, daysLate } = timeliness({ due, dueTime: time, status, submittedAt }, asOf);
    if (due === null || (how !== 'late' && how !== 'overdue')) return [];
    return [{ unit: state.unit, id, task, due, daysLate, done: how === 'late' }];
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const latest = (late: readonly Late[]): readonly Late[] =>
  late
    .toSorted((a, b) => b.daysLate - a.daysLate || compare(a.due, b.due) || compare(a.unit, b.unit) || compare(a.id, b.id))
    .slice(0, MOST_LATE);
