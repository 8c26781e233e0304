import type { Directory, EffectivePlan, PlanRules, WorkingCalendar } from '#engine';

/** What a text is checked against. */
export interface CheckEnv {
  /** The organisation on the plan's day of issue: names are those of that day. */
  readonly directory: Directory;
  /** Without one, weekends and the fixed holidays of the law are days off. */
  readonly calendar?: WorkingCalendar;
  /** The plan that this one carries out, or what it amounts to with the plans above it. Without it nothing is held against it. */
  readonly parent?: PlanRules | EffectivePlan;
}
