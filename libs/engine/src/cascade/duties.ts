import type { DutyRule } from '../ir/plan-rules.js';
import { dueDate } from '../time/due-date.js';
import type { LocalDate } from '../time/local-date.js';
import { recurrences, type Recurrence } from '../time/recurrence.js';
import { isOpened, isWhole, stretchOfPeriod, type Opening, type Stretch } from '../time/stretches.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { DerivedDuty } from '../unit-plan/events.js';
import type { EffectivePlan } from './effective-plan.js';

/** A duty to issue a plan as all its units owe it: once, or one of each year. */
export type DutyStem = Pick<DerivedDuty, 'id' | 'source' | 'due' | 'year'>;

/** What a duty comes to: all of its years, or those that are opened. One that does not return is there from the beginning. */
export function dutyStems(
  plan: EffectivePlan,
  duty: DutyRule,
  { calendar, opening }: { readonly calendar: WorkingCalendar; readonly opening?: Opening },
): readonly DutyStem[] {
  const base = { id: plan.prefix + duty.id, source: plan.id };
  const { deadline } = duty;
  if (deadline?.kind !== 'recurring') {
    const { issuedOn } = plan.rules.plan;
    return isWhole(opening) ? [{ ...base, due: deadline && dueDate(deadline, { issuedOn, calendar }) }] : [];
  }
  return returning(plan, duty)
    .map((each) => ({ each, year: yearOf(each) }))
    .filter(({ year }) => isOpened(opening, year))
    .map(({ each, year }) => ({ id: `${base.id}@${each.label}`, source: base.source, due: each.due, year: Number(year) }));
}

/** The years in which a duty that returns is opened, in order. */
export const stretchesOfDuty = (plan: EffectivePlan, duty: DutyRule): readonly Stretch[] => returning(plan, duty).map(yearOf);

/** The duty of a plan's text behind one that is owed. */
export const dutyRuleOf = (plan: EffectivePlan, id: string): DutyRule | undefined =>
  plan.rules.duties.find((duty) => isOfDuty(plan.prefix + duty.id, id));

/** Whether an owed duty is a duty of the text, or a year of it. */
export const isOfDuty = (duty: string, owed: string): boolean => owed === duty || owed.startsWith(`${duty}@`);

const returning = ({ rules: { plan, horizon } }: EffectivePlan, { deadline }: DutyRule): readonly Recurrence[] =>
  deadline?.kind === 'recurring' ? recurrences(deadline, plan.issuedOn, horizon) : [];

/** A plan is issued once a year, however the text tells the day. */
const yearOf = ({ begins, due }: { readonly begins: LocalDate; readonly due: LocalDate | null }): Stretch =>
  stretchOfPeriod(begins, due, 'yearly');
