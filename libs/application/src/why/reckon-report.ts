import {
  dueOfSpan,
  localDateOf,
  periodSpans,
  resolver,
  sameText,
  yearOf,
  type EffectivePlan,
  type PeriodicDue,
  type RegimeRule,
  type ReportPeriod,
  type ReportState,
} from '#engine';
import { consolidationOf, writtenRegime, type WrittenRegime } from './clauses.js';
import { mergedBy } from './merged.js';
import { reckon, termAfter, type Reckoning } from './count-rule.js';
import { say } from './statement.js';
import type { Turn, UnitPlanCourse } from './unit-plan-course.js';
import type { WhyLog } from './why-log.js';

const NOTHING: Reckoning = { steps: [], end: null };

/** How the date of a report came about at one turn of its course. */
export function reckonReport(
  log: WhyLog,
  course: UnitPlanCourse,
  { turn, report }: { readonly turn: Turn; readonly report: ReportState },
): Reckoning {
  const { event } = turn;
  if (event.type === 'UnitPlanInherited') return mergedBy(log, course, { turn, it: report, kind: 'report' });
  if (event.type === 'ReportRequested') return event.because === null ? NOTHING : ofCase(log, { turn, report });
  const isBrought = event.type === 'UnitPlanDerived' || event.type === 'UnitPlanReplaced' || event.type === 'PeriodsOpened';
  const written = writtenRegime(log, report, log.organisation.at(event));
  if (!isBrought || !written || report.due === null) return NOTHING;
  const oneOff = written.regime.oneOff?.find(({ period }) => period === report.period);
  const { issuedOn } = written.effective.rules.plan;
  const calendar = log.calendarOf(event);
  if (oneOff)
    return reckon(oneOff.deadline, { issuedOn, receivedOn: null, startedOn: null, horizon: issuedOn, label: null, calendar });
  return periodic(report, { ...written, unit: unitOfEvent(event.stream), log, turn });
}

const unitOfEvent = (stream: string): string => stream.slice(stream.lastIndexOf('/') + 1);

interface Periodic extends WrittenRegime {
  readonly unit: string;
  readonly log: WhyLog;
  readonly turn: Turn;
}

/** The day that the regime, or the route or consolidation of its own, names in the period. */
function periodic(report: ReportState, written: Periodic): Reckoning {
  const due = dueRuleOf(report, written);
  const label = labelOf(report);
  const period = report.period as ReportPeriod;
  const year = yearOf(report.until);
  const spans = [year - 1, year, year + 1].flatMap((each) => periodSpans(period, each));
  const span = spans.find((each) => each.label === label);
  if (!span || !due) return NOTHING;
  const end = dueOfSpan(span, due);
  const isExclusive = due.exclusive && due.times === undefined && (due.weekday !== undefined || due.day > 0);
  const facts = {
    label,
    from: span.from,
    until: span.until,
    day: due.day,
    of: due.of ?? ('last' as const),
    month: due.month ?? null,
    weekday: due.weekday ?? null,
    exclusive: isExclusive,
    end,
  };
  return { steps: [say('count.report', facts)], end };
}

/** `2022-9M` of `1@2022-9M:all`, `1@2022-07-05T09:00` and `1@2022-9M>vn-10.so-y-te`. */
export const labelOf = ({ id }: Pick<ReportState, 'id'>): string =>
  id
    .replace(/^.*@/, '')
    .replace(/(:all\d*|>.*)?(~\d+)?$/, '')
    .replace(/T\d\d:\d\d$/, '');

/** A date of the sender’s own goes before what the regime says of single periods. */
function dueRuleOf(report: ReportState, { regime, effective, unit, log, turn }: Periodic): PeriodicDue | undefined {
  const general = regime.periodDues?.[report.period as ReportPeriod] ?? regime.due;
  if (report.consolidated) {
    const rule = consolidationOf(regime, report.id);
    return rule ? (rule.due ?? general) : undefined;
  }
  const directory = log.organisation.at(turn.event);
  return routeOf(regime, effective, { unit, meant: resolver(directory) })?.due ?? general;
}

interface Sender {
  readonly unit: string;
  readonly meant: ReturnType<typeof resolver>;
}

/** The first route that reaches a unit counts for it. */
export const routeOf = (
  regime: RegimeRule,
  { rules }: EffectivePlan,
  { unit, meant }: Sender,
): RegimeRule['routes'][number] | undefined =>
  regime.routes.find(({ from }) => meant.units(from, rules.plan.issuer).some((each) => each === unit));

function ofCase(log: WhyLog, { turn: { event }, report }: { readonly turn: Turn; readonly report: ReportState }): Reckoning {
  const rules = log.running(report.source, log.organisation.at(event))?.effective.rules;
  const rule = rules?.conditional?.find(({ condition }) => sameText(condition, report.asked ?? ''));
  if (!rule) return NOTHING;
  const within = rule.within ?? ({ amount: 1, unit: 'workday' } as const);
  return termAfter(within, { start: localDateOf(event.at), startIs: 'case' }, log.calendarOf(event));
}
