import { isOwnTask, type EffectivePlan } from '../../cascade/effective-plan.js';
import { openedIn, openingAgenda, type UnitAgenda } from '../../cascade/opening-agenda.js';
import type { PlanId } from '../../ir/plan-rules.js';
import { localDateOf, type Instant } from '../../time/local-date.js';
import { beginningOf, type Pace, type Stretch } from '../../time/stretches.js';
import type { DerivedItem, Obligations, PeriodsOpened } from '../events.js';
import { isMetAlready } from '../own-plans.js';
import type { RulesContext } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { PHASE, type EffectSource, type Pending } from './pending.js';

/**
 * Periods of recurring work and reports, opened as their time comes: at 00:00 of 1 January those that begin in the year, and of
 * the first of each month those of what returns daily or weekly. Each plan that has reached the unit opens its own reports and
 * duties; the one that the unit follows opens the work, as it now reads. A plan that this one neither is nor carries out, such as
 * that of the year before, goes on with its own tasks until it ends.
 */
export const openings: EffectSource = (look) => {
  const { state, context } = look;
  let pending: Pending[] | undefined;
  for (const [id, through] of state.opened) {
    const plan = context.planOf(id)?.effective;
    const agenda = plan && openingAgenda(plan, context).get(state.unit);
    if (!plan || !agenda) continue;
    const stretches = agenda[partOf(plan, state, context)];
    pending ??= [];
    for (const pace of PACES) pending.push(...pendingOf(plan, nextOf(stretches[pace], through[pace]), look));
  }
  return pending ?? NONE;
};

const PACES: readonly Pace[] = ['yearly', 'monthly'];
const NONE: readonly never[] = [];
const nextOf = (stretches: readonly Stretch[], last: Stretch): Stretch | undefined => stretches.find((each) => each > last);

interface World {
  readonly state: UnitPlanState;
  readonly context: RulesContext;
}

/** The plan that the unit follows: the nearest one above that has not ended. */
function followed({ source }: UnitPlanState, context: RulesContext): PlanId {
  let plan = context.planOf(source)?.effective;
  while (plan?.parent && isEnded(plan, null, context)) plan = plan.parent;
  return plan?.id ?? source;
}

/** What of a plan opens for a unit, besides what others open. */
function partOf(plan: EffectivePlan, state: UnitPlanState, context: RulesContext): keyof UnitAgenda {
  const tip = followed(state, context);
  if (plan.id === tip) return 'all';
  for (let at = context.planOf(tip)?.effective.parent; at; at = at.parent) if (at.id === plan.id) return 'reports';
  return 'own';
}

function pendingOf(plan: EffectivePlan, stretch: Stretch | undefined, world: World): readonly Pending[] {
  if (stretch === undefined) return NONE;
  const at = beginningOf(stretch);
  if (isEnded(plan, at, world.context)) return NONE;
  const cause = (): readonly PeriodsOpened[] => [opened(plan, stretch, world)];
  return [{ at, phase: PHASE.periods, order: () => `${plan.id} ${stretch}`, cause }];
}

/** Whether a plan has ended by an instant; null: at all. */
const isEnded = ({ id }: EffectivePlan, at: Instant | null, { factsOf }: RulesContext): boolean =>
  factsOf(id).some((fact) => fact.type === 'PlanEnded' && (at === null || fact.at <= at));

function opened(plan: EffectivePlan, stretch: Stretch, { state, context }: World): PeriodsOpened {
  const at = beginningOf(stretch);
  const { items = [], reports = [], duties = [] } = openedIn(plan, stretch, context).get(state.unit) ?? {};
  const part = partOf(plan, state, context);
  const isMeant = ({ task }: DerivedItem): boolean => part === 'all' || (part === 'own' && isOwnTask(plan, task));
  const begins = localDateOf(at);
  const added: Obligations = {
    ...NOTHING,
    items: items.filter((item) => isMeant(item) && !state.items.has(item.id) && isStillOwed(item, { plan, at, context })),
    duties: duties.filter((duty) => !state.duties.has(duty.id) && !isMetAlready(state, duty, begins)),
    reports: reports.filter(({ id }) => !state.reports.has(id)),
  };
  return {
    type: 'PeriodsOpened',
    v: 1,
    data: { source: plan.id, through: stretch, added },
    because: {
      rules: plan.hash,
      rule: `periods ${stretch}`,
      place: plan.rules.place,
      calendar: context.calendar.version,
      organisation: context.directory.version,
      inputs: { through: stretch },
    },
    at,
    actor: null,
  };
}

const NOTHING: Obligations = { items: [], joint: [], supports: [], duties: [], reports: [] };

interface Opening {
  readonly plan: EffectivePlan;
  readonly at: Instant;
  readonly context: RulesContext;
}

/** Work of a task that has been taken back, or of a plan that has ended, does not begin anew. */
function isStillOwed({ task }: DerivedItem, { plan, at, context }: Opening): boolean {
  for (let by: EffectivePlan | null = plan; by?.byKey.has(task); by = by.parent) {
    const { byNumber, parent } = by;
    if (!parent?.byKey.has(task) && isEnded(by, at, context)) return false;
    const isWithdrawn = context
      .factsOf(by.id)
      .some(
        (fact) =>
          fact.type === 'PlanAmended' &&
          fact.at <= at &&
          fact.data.changes.some((change) => change.kind === 'withdraw' && byNumber.get(change.task)?.key === task),
      );
    if (isWithdrawn) return false;
  }
  return true;
}
