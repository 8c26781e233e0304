import type { EscalationRule } from '../../ir/plan-rules.js';
import { addDays, startOfDay, type Instant, type LocalDate } from '../../time/local-date.js';
import type { WorkingCalendar } from '../../time/working-calendar.js';
import type { EscalationStepReached } from '../events.js';
import type { RulesContext, RunningPlan } from '../rules-context.js';
import type { UnitPlanState } from '../state.js';
import { knownInstants } from './known-instants.js';
import { firedOf, hasFired, targetUnit, type OpenObligation } from './open-obligations.js';
import { isBeyond, isListed, PHASE, type EffectSource, type Look, type Pending } from './pending.js';

interface Step {
  readonly obligation: OpenObligation;
  readonly step: EscalationRule;
  readonly plan: RunningPlan;
  /** Where the step lies on the calendar, and when it happens: later where the work was in somebody else's hands then. */
  readonly nominal: Instant;
  readonly at: Instant;
}

/** The instant of a step: 00:00 of the Nth day before or after the last allowed day. */
export function stepInstant(step: EscalationRule, due: LocalDate, calendar: WorkingCalendar): Instant {
  const count = step.when === 'before' ? -step.amount : step.amount;
  return startOfDay(step.unit === 'workday' ? calendar.addWorkingDays(due, count) : addDays(due, count));
}

/**
 * Steps of the escalation ladder, in the order of their instants. Work that is submitted has no steps. Steps whose day had
 * passed when the work came into the unit's hands (its plan was recorded late, its deadline was moved, its result was sent
 * back) happen at that instant; reminders before the due date do not. A standing or unknown deadline has no steps.
 */
export const ladder: EffectSource = (look) => {
  const { state, context } = look;
  let pending: Pending[] | undefined;
  for (const step of steps(look)) {
    pending ??= [];
    pending.push({
      at: step.at,
      phase: PHASE.ladder,
      order: () => `${step.nominal} ${step.obligation.key} ${step.step.step}`,
      cause: () => [stepReached(step, state, context)],
    });
  }
  return pending ?? NONE;
};

const NONE: readonly never[] = [];

function steps(look: Look): readonly Step[] {
  const { context, open } = look;
  let pending: Step[] | undefined;
  for (const obligation of open) {
    const plan = context.planOf(obligation.source);
    if (!plan || plan.ladder.steps.length === 0) continue;
    const instants = ladderInstants(plan.ladder.steps, obligation.due, context.calendar);
    for (const [index, step] of plan.ladder.steps.entries()) {
      const nominal = instants[index];
      const at = nominal === undefined ? null : happensAt(step, nominal, obligation);
      if (nominal === undefined || at === null || !isToCome(step, at, { obligation, look })) continue;
      pending ??= [];
      pending.push({ obligation, step, plan, nominal, at });
    }
  }
  return pending ?? NONE;
}

interface Looking {
  readonly obligation: OpenObligation;
  readonly look: Look;
}

const isToCome = ({ step }: EscalationRule, at: Instant, { obligation, look }: Looking): boolean =>
  !isBeyond(at, look) && !hasFired(firedOf(look.state, obligation.key), step, obligation.generation) && isListed(at, look);

const ladderInstants = knownInstants(stepInstant);

/** Reminders whose day has passed are not made up for; steps after the due date happen as soon as the work is in hand. */
export function happensAt(
  { when }: Pick<EscalationRule, 'when'>,
  nominal: Instant,
  { since, returnedAt }: OpenObligation,
): Instant | null {
  const inHand = returnedAt !== null && returnedAt > since ? returnedAt : since;
  if (nominal >= inHand) return nominal;
  return when === 'after' ? inHand : null;
}

function stepReached({ obligation, step, plan, at }: Step, state: UnitPlanState, context: RulesContext): EscalationStepReached {
  const { due, generation, key } = obligation;
  const ladder = plan.ladder.plan;
  return {
    type: 'EscalationStepReached',
    v: 1,
    data: {
      obligation: key,
      step: step.step,
      generation,
      due,
      actions: step.actions.flatMap(({ action, target }) =>
        targetUnit(target, { state, focal: ladder.rules.focal, context }).map((unit) => ({ action, target: unit })),
      ),
    },
    because: {
      rules: ladder.hash,
      rule: `step ${step.step}`,
      place: step.place,
      calendar: context.calendar.version,
      organisation: context.directory.version,
      inputs: { due, step: step.step, generation },
    },
    at,
    actor: null,
  };
}
