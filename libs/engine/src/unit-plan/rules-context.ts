import type { EscalationRule, PlanId, PlanRules, TaskRule } from '../ir/plan-rules.js';
import type { EffectivePlan } from '../cascade/effective-plan.js';
import { succeededPlan } from '../cascade/succeeded-plan.js';
import type { Directory, UnitId } from '../ir/directory.js';
import type { Fact } from '../plan/documents.js';
import type { Instant } from '../time/local-date.js';
import { namedFollowUps, type NamedFollowUp } from './follow-up-rules.js';
import type { ReportState } from './state.js';
import type { WorkingCalendar } from '../time/working-calendar.js';

/** What the engine needs to know of a plan while it runs. */
export interface RunningPlan {
  readonly id: PlanId;
  readonly hash: string;
  readonly rules: PlanRules;
  /** The plan with everything that it takes over from above: what later periods are derived from. */
  readonly effective: EffectivePlan;
  /** The task behind an item's `task`, as it holds under this plan. */
  taskOf(key: string): TaskRule | undefined;
  /** The ladder for what this plan sets: its own, or the nearest one above where it has none. */
  readonly ladder: { readonly plan: EffectivePlan; readonly steps: readonly EscalationRule[] };
  /** What follows besides the ladder: its own rules, or those of the nearest plan above that has any. */
  readonly followUp: { readonly plan: EffectivePlan; readonly rules: readonly NamedFollowUp[] };
}

/** The plans of a cascade, the calendar and the organisation that decisions and effects are made with. */
export interface RulesContext {
  readonly calendar: WorkingCalendar;
  /** When that calendar was published; null where none has taken the place of another. */
  readonly calendarSince: Instant | null;
  /** On the day of the instant that is being worked on. */
  readonly directory: Directory;
  planOf(id: PlanId): RunningPlan | undefined;
  /** What documents say of a plan, in the order of recording. */
  factsOf(id: PlanId): readonly Fact[];
  /** The report of another unit that a consolidation takes in; undefined for a unit that owes none. */
  inputOf(report: ReportState, query: InputQuery): ReportState | undefined;
}

/** Whose report a consolidation takes in. */
export interface InputQuery {
  readonly plan: PlanId;
  /** Who sums up. */
  readonly by: UnitId;
  readonly from: UnitId;
  /** As it stood before an instant; null: as it stands. */
  readonly before: Instant | null;
}

/** Prepares a plan for running. */
export function runningPlan(plan: EffectivePlan): RunningPlan {
  return {
    id: plan.id,
    hash: plan.hash,
    rules: plan.rules,
    effective: plan,
    taskOf: (key) => plan.byKey.get(key)?.rule,
    ladder: ladderOf(plan),
    followUp: followUpOf(plan),
  };
}

/** By plan: how it runs. */
const RUNNING = new WeakMap<EffectivePlan, RunningPlan>();

/** A plan as it runs on a day: for units that are no more, whoever stands in their place. */
export function runningPlanOn(plan: RunningPlan, directory: Directory): RunningPlan {
  const succeeded = succeededPlan(plan.effective, directory);
  if (succeeded === plan.effective) return plan;
  const known = RUNNING.get(succeeded) ?? runningPlan(succeeded);
  RUNNING.set(succeeded, known);
  return known;
}

function ladderOf(plan: EffectivePlan): RunningPlan['ladder'] {
  let at: EffectivePlan = plan;
  while (at.rules.escalation.length === 0 && at.parent) at = at.parent;
  return { plan: at, steps: at.rules.escalation };
}

function followUpOf(plan: EffectivePlan): RunningPlan['followUp'] {
  let at: EffectivePlan = plan;
  while ((at.rules.followUp ?? []).length === 0 && at.parent) at = at.parent;
  return { plan: at, rules: namedFollowUps(at.rules.followUp ?? []) };
}
