import type { PlanId, PlanRef } from '../ir/plan-rules.js';
import { localDateOf, yearOf, type LocalDate } from '../time/local-date.js';
import type { DerivedDuty } from './derived.js';
import type { DutyState, OwnPlan, UnitPlanState } from './state.js';

/** A plan that a unit issues. */
export interface OwnIssue {
  readonly ref: PlanRef;
  readonly parent: PlanId | null;
  /** First day of its effect, where that is not the day of issue. */
  readonly effectiveOn?: LocalDate;
}

type Issued = Pick<UnitPlanState, 'ownPlans'>;

/**
 * The year for which a plan of the unit's own counts: of the year of its date and that in which it takes effect the earlier one
 * for which the unit has no plan under the same parent. Null where it has one for each.
 */
export const yearOfOwnPlan = (state: Issued, issue: OwnIssue): number | null =>
  yearsOf(issue).find((year) => !ownPlanOf(state, issue.parent, year)) ?? null;

/** The plan of the unit's own that stands in the way of another one; undefined where none does. */
export const ownPlanInTheWay = (state: Issued, issue: OwnIssue): OwnPlan | undefined =>
  yearOfOwnPlan(state, issue) === null ? ownPlanOf(state, issue.parent, yearsOf(issue)[0]) : undefined;

function yearsOf({ ref: { issuedOn }, effectiveOn = issuedOn }: OwnIssue): readonly [number, number] {
  const [dated, effective] = [yearOf(issuedOn), yearOf(effectiveOn)];
  return dated < effective ? [dated, effective] : [effective, dated];
}

const ownPlanOf = ({ ownPlans }: Issued, parent: PlanId | null, year: number): OwnPlan | undefined =>
  ownPlans.find((own) => own.year === year && (own.parent === null || own.parent === parent));

/** Whether the plan of a year meets a duty: that of the same year, or one that does not return. */
export const isMetBy = ({ year }: Pick<DerivedDuty, 'year'>, by: number): boolean => year === undefined || year === by;

/**
 * Whether the unit has issued what a duty asks for before that is asked of it: a plan of its year, or, where it does not return,
 * one of the year in which the duty begins, or later.
 */
export const isMetAlready = ({ ownPlans }: Issued, { year }: Pick<DerivedDuty, 'year'>, begins: LocalDate): boolean =>
  ownPlans.some((own) => (year === undefined ? own.year >= yearOf(begins) : own.year === year));

/** The day on which a duty began for its unit. */
export const beganOn = ({ since }: DutyState): LocalDate => localDateOf(since);
