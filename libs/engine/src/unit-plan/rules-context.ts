import type { EscalationRule, PlanId, PlanRules, TaskRule } from '../ir/plan-rules.js';
import type { Directory } from '../ir/directory.js';
import type { EffectivePlan } from '../cascade/effective-plan.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** What the engine needs to know of a plan while it runs. */
export interface RunningPlan {
  readonly id: PlanId;
  readonly hash: string;
  readonly rules: PlanRules;
  /** The task behind an item's `task`, as it holds under this plan. */
  taskOf(key: string): TaskRule | undefined;
  /** The ladder for what this plan sets: its own, or the nearest one above where it has none. */
  readonly ladder: { readonly plan: EffectivePlan; readonly steps: readonly EscalationRule[] };
}

/** The plans of a cascade, the calendar and the organisation that decisions and effects are made with. */
export interface RulesContext {
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
  planOf(id: PlanId): RunningPlan | undefined;
}

/** Prepares a plan for running. */
export function runningPlan(plan: EffectivePlan): RunningPlan {
  return { id: plan.id, hash: plan.hash, rules: plan.rules, taskOf: (key) => plan.byKey.get(key)?.rule, ladder: ladderOf(plan) };
}

function ladderOf(plan: EffectivePlan): RunningPlan['ladder'] {
  let at: EffectivePlan = plan;
  while (at.rules.escalation.length === 0 && at.parent) at = at.parent;
  return { plan: at, steps: at.rules.escalation };
}
