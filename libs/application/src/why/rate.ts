import { isPast, localDateOf, type EffectivePlan, type PlanId, type ReportState, type UnitId } from '#engine';
import { rateOf } from '#read-models';
import type { AnyStatement, Evidence } from './explanation.js';
import { labelOf } from './reckon-report.js';
import { lineOf } from './report-lines.js';
import { say } from './statement.js';
import type { UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';
import type { Excluded, ReportLine } from './words/report-words.js';

/** Which reports a rate is of. */
export interface RateQuestion {
  /** The plan asked about: reports of it and of the plans below it. */
  readonly plan: PlanId;
  /** The unit whose own reports, and those of all below it, are meant. */
  readonly unit: UnitId;
  /** Label of a period, `2022-9M`; null for all. */
  readonly period: string | null;
}

interface Judged {
  readonly line: ReportLine;
  readonly excluded: Excluded | null;
}

/** Every unit that lies below one, or lay below it as long as it existed, that unit included. */
export function unitsBelow(log: WhyLog, top: UnitId): readonly UnitId[] {
  const on = localDateOf(log.at);
  const below = new Map<UnitId | null, UnitId[]>();
  for (const [id, { superiors, from }] of log.organisation.history.lives) {
    if (from > on) continue;
    const superior = superiors.findLast((each) => each.from <= on)?.value ?? null;
    const known = below.get(superior);
    if (known) known.push(id);
    else below.set(superior, [id]);
  }
  const found = [top];
  for (const unit of found) found.push(...(below.get(unit) ?? []).filter((each) => each !== unit));
  return [...new Set(found)].sort();
}

/** Why a rate is what it is: numerator and denominator, each with its list, and what is not counted, with the reason. */
export function whyRate(log: WhyLog, courses: ReadonlyMap<UnitId, UnitPlanCourse>, question: RateQuestion): AnyStatement {
  const judged = [...courses].flatMap(([unit, course]) => judgedOf(log, course, { ...question, unit }));
  const counted = judged.filter(({ excluded }) => excluded === null).map(({ line }) => line);
  const received = counted.filter(({ verdict }) => verdict === 'on-time' || verdict === 'late');
  const onTime = counted.filter(({ verdict }) => verdict === 'on-time');
  const missing = counted.filter(({ verdict }) => verdict === 'overdue');
  const counts = { expected: counted.length, received: received.length, onTime: onTime.length };
  const { completeness, timeliness } = rateOf(counts);
  const named = log.organisation.name(question.unit, localDateOf(log.at));
  const excluded = [...Map.groupBy(judged, (each) => each.excluded)].flatMap(([why, some]) =>
    why === null ? [] : [say('rate.excluded', { why, count: some.length, list: some.map(({ line }) => line) })],
  );
  const lists = [
    say('rate.expected', { count: counted.length, list: counted }),
    say('rate.received', { count: received.length, list: received }, { evidence: sendings(log, courses, received) }),
    say('rate.on-time', { count: onTime.length, list: onTime }),
    say('rate.missing', { count: missing.length, list: missing }),
  ];
  const facts = { unit: named, at: log.at, period: question.period, ...counts, completeness, timeliness };
  const plan = log.plan(question.plan);
  return say('rate.is', facts, { evidence: [plan && log.event(plan.issued)], because: [...lists, ...excluded] });
}

/** The reports of a unit plan that a question is about, each counted or not. */
function judgedOf(log: WhyLog, { state }: UnitPlanCourse, { plan, period, unit }: RateQuestion): readonly Judged[] {
  const meant = [...state.reports.values()].filter(
    (report) => isOfPlan(log, report.source, plan) && (period === null || labelOf(report) === period),
  );
  const ended = state.transferredAt === null ? null : localDateOf(state.transferredAt);
  return meant.map((report) => ({ line: lineOf(log, unit, report), excluded: whyExcluded(log, report, ended) }));
}

/** True of a plan and every one below it. */
function isOfPlan(log: WhyLog, source: PlanId, plan: PlanId): boolean {
  for (let at: EffectivePlan | null = log.plan(source)?.effective ?? null; at; at = at.parent) if (at.id === plan) return true;
  return source === plan;
}

/** The rules of completeness: docs/explanation/reporting.md. */
function whyExcluded(log: WhyLog, { consolidated, status, due, time }: ReportState, unitEnded: string | null): Excluded | null {
  if (consolidated) return 'consolidated';
  if (status === 'cancelled' || status === 'transferred') return status;
  if (due === null) return 'no-date';
  if (unitEnded !== null && due >= unitEnded) return 'unit-ended';
  return isPast(due, time, log.at) ? null : 'not-due';
}

/** The events by which reports came in. */
function sendings(log: WhyLog, courses: ReadonlyMap<UnitId, UnitPlanCourse>, lines: readonly ReportLine[]): readonly Evidence[] {
  return lines.flatMap(({ unit, report, submittedAt }) => {
    const isIt = ({ type, data, at }: UnitPlanCourse['events'][number]): boolean =>
      type === 'ReportSubmitted' && (data as { readonly report?: string }).report === report && at === submittedAt;
    const sent = courses.get(unit.id)?.events.findLast(isIt);
    return sent ? [log.event(sent)] : [];
  });
}
