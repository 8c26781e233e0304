import type { PlanView as Plan } from '#contracts';

/** What every view of a plan is given. */
export interface PlanProps {
  readonly plan: Plan;
  /** All plans: ids get their numbers from them. */
  readonly plans: readonly Plan[];
}
