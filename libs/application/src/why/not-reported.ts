import { localDateOf, type ObligationKey, type ReportState, type UnitId } from '#engine';
import type { AnyStatement } from './explanation.js';
import { whyRoute } from './report.js';
import { say } from './statement.js';
import { timeIs, whyDeeds } from './state.js';
import type { UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

/** Whether a report of a unit goes to another one (as addressee, on the way, or as a copy), and has been sent. */
export function isReportedTo(report: ReportState, to: UnitId): boolean {
  return wayOf(report).includes(to) && (report.status === 'submitted' || report.status === 'accepted');
}

const wayOf = ({ to, via, viaNext = [], copies }: ReportState): readonly UnitId[] => [
  to,
  ...(via === null ? [] : [via]),
  ...viaNext,
  ...copies,
];

/** Why a report has reached somebody, or has not: its way leads elsewhere, or it has not been sent. */
export function recipient(
  log: WhyLog,
  course: UnitPlanCourse,
  { key, to }: { readonly key: ObligationKey; readonly to: UnitId },
): readonly AnyStatement[] {
  const obligation = course.obligation(key);
  if (obligation?.kind !== 'report') return [];
  const report = obligation.it;
  const on = localDateOf(log.at);
  const last = course.turnsOf(key).at(-1);
  const evidence = [last && log.event(last.event)];
  const head = isReportedTo(report, to)
    ? say('it-is-so', { what: 'reported' }, { evidence })
    : wayOf(report).includes(to)
      ? say('not.not-sent', { status: report.status, at: log.at }, { evidence })
      : say('not.other-way', { to: log.organisation.name(report.to, on), asked: log.organisation.name(to, on) }, { evidence });
  return [head, whyRoute(log, course, key), whyDeeds(log, course, key), timeIs(log, course, key)].filter(
    (each) => each !== undefined,
  );
}
