import type { CountedPlanRow } from '#read-models';
import type { PlanMoment, UnitPlanThen } from './plan-moment.js';
import { NotFound } from '../../workflow/faults.js';

/** The unit plans that follow a plan: all of a cascade, or those below one of its plans. */
export async function* following(moment: PlanMoment, plan: string): AsyncGenerator<UnitPlanThen> {
  const { row } = (await moment.plan(plan)) ?? missing(plan);
  for await (const then of moment.unitPlans(row.root))
    if (row.parent === null || moment.chain(then.state.source).some((above) => above.row.id === plan)) yield then;
}

/** A plan's row with the number of unit plans that follow it closest: all of a top plan. */
export async function countedPlan(moment: PlanMoment, plan: string): Promise<CountedPlanRow> {
  const { row } = (await moment.plan(plan)) ?? missing(plan);
  let count = 0;
  for await (const { state } of moment.unitPlans(row.root)) if (row.parent === null || state.source === plan) count += 1;
  return { ...row, unit_plans: count };
}

export function missing(plan: string): never {
  throw new NotFound('plan', plan);
}

/** Units of a branch, with those that lay below while they existed, and below which direct subordinate of its top each is. */
export function branchesOf(moment: PlanMoment, top: string): ReadonlyMap<string, string> {
  const below = Map.groupBy(moment.units.values(), ({ superior }) => superior);
  const branches = new Map([[top, top]]);
  const waiting = [top];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const child of below.get(id) ?? []) {
      if (branches.has(child.id)) continue;
      branches.set(child.id, id === top ? child.id : (branches.get(id) ?? id));
      waiting.push(child.id);
    }
  }
  return branches;
}
