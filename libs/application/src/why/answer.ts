import { obligationOf, type ObligationKey, type PlanId, type UnitId } from '#engine';
import { whyDue } from './due.js';
import { whyOwed } from './existence.js';
import type { AnyStatement, Aspect } from './explanation.js';
import { isLateNow, lateness } from './not-late.js';
import { goneSince } from './not-owed-gone.js';
import { whyNotOwed } from './not-owed.js';
import { isReportedTo, recipient } from './not-reported.js';
import { whyNotStep } from './not-step.js';
import { unitsBelow, whyRate } from './rate.js';
import { whyReport, whyRoute } from './report.js';
import { whyState } from './state.js';
import { reachedBy, whyStep } from './step.js';
import type { UnitPlanCourse } from './unit-plan-course.js';
import { RateTooWide } from './why-fault.js';
import type { LoggedPlan, WhyLog } from './why-log.js';

/** A question whose names have been found in the log. */
export interface Case {
  readonly log: WhyLog;
  readonly plan: LoggedPlan;
  /** The plan that the unit follows; the one asked about where it follows none. */
  readonly followed: LoggedPlan;
  readonly root: PlanId;
  readonly unit: UnitId;
  readonly course: UnitPlanCourse | undefined;
  readonly key: ObligationKey | null;
  readonly aspect: Aspect;
  readonly step: string | null;
  readonly generation: number | null;
  readonly to: UnitId | null;
  readonly period: string | null;
}

/** Whether what is asked about is so, and why it is, or is not. */
export interface Answer {
  readonly isSo: boolean;
  readonly statements: readonly AnyStatement[];
}

/** Works an answer out. */
export async function answerOf(asked: Case): Promise<Answer> {
  const { log, course, key, aspect } = asked;
  if (aspect === 'rate' || key === null) return rate(asked);
  const isOwed = course?.obligation(key) !== undefined;
  if (!course || !isOwed) return { isSo: false, statements: notOwed(asked, key) };
  switch (aspect) {
    case 'step':
      return step(asked, course, key);
    case 'late': {
      const obligation = course.obligation(key);
      return { isSo: obligation !== undefined && isLateNow(log, obligation), statements: lateness(log, course, key) };
    }
    case 'recipient':
      return reported(asked, course, key);
    default:
      return existing(asked, course, key);
  }
}

function notOwed({ log, course, unit, followed }: Case, key: ObligationKey): readonly AnyStatement[] {
  const { kind, id } = obligationOf(key);
  return whyNotOwed(log, { key, kind, id, unit, course, plan: followed });
}

/** Most units whose unit plans one answer reads: a large province has some two thousand. */
const MOST_UNITS = 3_000;

async function rate({ log, plan, root, unit, period }: Case): Promise<Answer> {
  const units = unitsBelow(log, unit);
  if (units.length > MOST_UNITS) throw new RateTooWide(units.length, MOST_UNITS);
  const courses = await log.coursesOf(root, units);
  return { isSo: true, statements: [whyRate(log, courses, { plan: plan.name.id, unit, period })] };
}

function step({ log, step: name, generation }: Case, course: UnitPlanCourse, key: ObligationKey): Answer {
  const asked = { step: name ?? '', generation: generation ?? 1 };
  const event = reachedBy(course, key, asked);
  if (event) return { isSo: true, statements: [whyStep(log, course, { key, event })] };
  return { isSo: false, statements: whyNotStep(log, course, { key, ...asked }) };
}

function reported({ log, to }: Case, course: UnitPlanCourse, key: ObligationKey): Answer {
  const obligation = course.obligation(key);
  if (to === null || obligation?.kind !== 'report') return existing({ log, aspect: 'all' }, course, key);
  return { isSo: isReportedTo(obligation.it, to), statements: recipient(log, course, { key, to }) };
}

/** What exists: why, when it is due, how it stands, and of a report what it covers and where it goes. */
function existing({ log, aspect }: Pick<Case, 'log' | 'aspect'>, course: UnitPlanCourse, key: ObligationKey): Answer {
  const gone = goneSince(log, course, key);
  const parts: Readonly<Record<string, () => readonly (AnyStatement | undefined)[]>> = {
    existence: () => [gone, whyOwed(log, course, key)],
    due: () => [whyDue(log, course, { key })],
    state: () => [whyState(log, course, key)],
    report: () => (obligationOf(key).kind === 'report' ? whyReport(log, course, key) : [whyRoute(log, course, key)]),
  };
  const wanted =
    aspect in parts ? [aspect] : ['existence', 'due', 'state', ...(obligationOf(key).kind === 'report' ? ['report'] : [])];
  const statements = wanted.flatMap((each) => parts[each]?.() ?? []).filter((each) => each !== undefined);
  return { isSo: aspect !== 'existence' || gone === undefined, statements };
}
