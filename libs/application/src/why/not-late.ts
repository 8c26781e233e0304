import type { ItemState, ObligationKey } from '#engine';
import { whyDue } from './due.js';
import type { AnyStatement } from './explanation.js';
import { runningSuspensionOf } from './not-step.js';
import { statusOf } from './rights.js';
import { say } from './statement.js';
import { timeIs, verdictOf, whyDeeds } from './state.js';
import type { Obligation, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

/** Whether an obligation is late or overdue at the instant of the question. */
export function isLateNow(log: WhyLog, obligation: Obligation): boolean {
  const verdict = verdictOf(obligation, log.at);
  return verdict === 'late' || verdict === 'overdue';
}

/** Why an obligation is late, or is not: the first thing that decides it, its date and its state. */
export function lateness(log: WhyLog, course: UnitPlanCourse, key: ObligationKey): readonly AnyStatement[] {
  const obligation = course.obligation(key);
  if (!obligation) return [];
  const because = [whyDue(log, course, { key }), whyDeeds(log, course, key)];
  const last = course.turnsOf(key).at(-1);
  const evidence = [last && log.event(last.event)];
  const why = undecided(log, course, key);
  const head = why && say(why.code, why.facts, { evidence });
  return [head, timeIs(log, course, key), ...because].filter((each) => each !== undefined);
}

/** What takes an obligation out of all lateness; undefined where its date decides. */
function undecided(log: WhyLog, course: UnitPlanCourse, key: ObligationKey) {
  const obligation = course.obligation(key) as Obligation;
  const { kind, it } = obligation;
  const status = statusOf(it);
  if (status === 'suspended') {
    const still = runningSuspensionOf(it as ItemState);
    return still && ({ code: 'not.suspended', facts: still } as const);
  }
  if (status === 'dormant') return { code: 'not.dormant', facts: { awaits: (it as ItemState).awaits ?? '' } } as const;
  if (status === 'cancelled' || status === 'transferred') {
    const closing = course.turnsOf(key).at(-1);
    return { code: 'not.closed', facts: { status, at: closing?.event.at ?? log.at } } as const;
  }
  const form = kind === 'item' ? it.kind : kind === 'report' ? 'as-regulated' : 'duty';
  return it.due === null
    ? ({ code: 'not.no-deadline', facts: { obligation: key as string, kind: form, status } } as const)
    : undefined;
}
