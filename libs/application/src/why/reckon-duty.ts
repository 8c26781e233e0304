import { dutyRuleOf, type DutyState } from '#engine';
import { stemOf } from './clauses.js';
import { mergedBy } from './merged.js';
import { reckon, type Reckoning } from './count-rule.js';
import type { Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

/** How the date of a duty to issue a plan came about at one turn of its course. */
export function reckonDuty(
  log: WhyLog,
  course: UnitPlanCourse,
  { turn, duty }: { readonly turn: Turn; readonly duty: DutyState },
): Reckoning {
  const { event } = turn;
  const plan = log.running(duty.source, log.organisation.at(event))?.effective;
  const rule = plan && dutyRuleOf(plan, stemOf(duty.id))?.deadline;
  if (event.type === 'UnitPlanInherited') return mergedBy(log, course, { turn, it: duty, kind: 'duty' });
  if (!plan || !rule || duty.due === null) return { steps: [], end: null };
  return reckon(rule, {
    issuedOn: plan.rules.plan.issuedOn,
    receivedOn: event.type === 'DutyClockStarted' ? event.data.receivedOn : null,
    startedOn: null,
    horizon: plan.rules.horizon,
    label: /@([^~]+)/.exec(duty.id)?.[1] ?? null,
    calendar: log.calendarOf(event),
  });
}
