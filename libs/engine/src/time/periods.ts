import type { ClockTime, Rhythm } from '../ir/deadline-rule.js';
import type { DataWindow, PeriodicDue, ReportPeriod } from '../ir/plan-rules.js';
import { addDays, monthOf, yearOf, type LocalDate } from './local-date.js';
import { dayOfMonth, spansOf, weekdayFrom, type Occurrence } from './spans.js';

export type { Occurrence } from './spans.js';

/**
 * Whole periods, from the first that begins on or after the day of issue to the last one that ends by the horizon: the
 * occurrences of recurring work of which nothing else is said.
 */
export function occurrences(every: Rhythm, issuedOn: LocalDate, horizon: LocalDate): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let year = yearOf(issuedOn); year <= yearOf(horizon) + 1; year++) {
    found.push(...spansOf(every, year).filter(({ from, until }) => from >= issuedOn && until <= horizon));
  }
  return found;
}

/** One period of a reporting regime: what it covers and when its report is due. */
export interface ReportingPeriod {
  readonly period: ReportPeriod;
  readonly year: number;
  /** `2022-9M`, `2022-07`, `2022-W27`, `2022-07-05`; with a clock time where a day has several reports: `2022-07-05T09:00`. */
  readonly label: string;
  /** Data window, both days included: by Decree 09/2019 (article 12) from 15 December of the year before to the cut-off. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly due: LocalDate;
  /** First day of the period itself, as the calendar has it. */
  readonly begins: LocalDate;
  /** The clock time up to which the last day counts; absent: to its end. */
  readonly time?: ClockTime;
}

/** What a regime says of its periods. */
export interface ReportingRule {
  readonly periods: readonly ReportPeriod[];
  readonly due: PeriodicDue;
  readonly periodDues?: Readonly<Partial<Record<ReportPeriod, PeriodicDue>>>;
  readonly window?: DataWindow;
  /** Due date by which windows are cut off, where another than that of the reports. */
  readonly cutOff?: PeriodicDue;
}

const BY_DECREE = { from: 15, until: 14 } as const;

/** First and last month of the periods that are parts of a year. */
const MONTHS_OF = {
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
  '9M': [1, 9],
  Y: [1, 12],
} as const satisfies Partial<Record<ReportPeriod, readonly [number, number]>>;

/** The periods of a kind that belong to a year; none for those that sum up a plan once. */
export function periodSpans(period: ReportPeriod, year: number): readonly Occurrence[] {
  switch (period) {
    case 'M':
      return spansOf('month', year);
    case 'W':
      return spansOf('week', year);
    case 'D':
      return spansOf('day', year);
    case 'midterm':
    case 'final':
      return [];
    default: {
      const [first, last] = MONTHS_OF[period];
      return [{ label: `${year}-${period}`, from: dayOfMonth(year, first, 1), until: dayOfMonth(year, last, 31) }];
    }
  }
}

/** The last allowed day of a year's (first) report of a kind: day N of the month that the rule means, or the day before it. */
export function periodicDueDate(period: ReportPeriod, year: number, due: PeriodicDue): LocalDate {
  const [span] = periodSpans(period, year);
  if (!span) throw new RangeError(`${period} is no part of a year`);
  return dueOfSpan(span, due);
}

/** The last allowed day of the report on one period. Where a clock time is stated the day is the one on which it lies. */
export function dueOfSpan(span: Occurrence, due: PeriodicDue): LocalDate {
  const named = namedDay(span, due);
  const isExclusive = due.exclusive && due.times === undefined && (due.weekday !== undefined || due.day > 0);
  return isExclusive ? addDays(named, -1) : named;
}

function namedDay({ from, until }: Occurrence, { day, of = 'last', month, weekday }: PeriodicDue): LocalDate {
  if (weekday !== undefined) return weekdayFrom(of === 'next' ? addDays(until, 1) : from, weekday);
  if (day === 0) return until;
  if (month !== undefined) return dayOfMonth(yearOf(until), month, day);
  const base = of === 'first' ? from : until;
  return dayOfMonth(yearOf(base), monthOf(base) + (of === 'next' ? 1 : 0), day);
}

/**
 * Periods whose report is due after the day of issue and, unless it is due in the month after its period, by the horizon; one due
 * on or before the day of issue is not owed, nor is one on a period that had ended by then.
 */
export function reportingPeriods(regime: ReportingRule, issuedOn: LocalDate, horizon: LocalDate): readonly ReportingPeriod[] {
  const found: ReportingPeriod[] = [];
  for (let year = yearOf(issuedOn) - 1; year <= yearOf(horizon) + 1; year++) {
    for (const period of regime.periods) found.push(...owedIn(year, period, { regime, issuedOn, horizon }));
  }
  return found.sort((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)));
}

function owedIn(
  year: number,
  period: ReportPeriod,
  { regime, issuedOn, horizon }: { readonly regime: ReportingRule; readonly issuedOn: LocalDate; readonly horizon: LocalDate },
): readonly ReportingPeriod[] {
  const rule = regime.periodDues?.[period] ?? regime.due;
  return periodSpans(period, year).flatMap((span) => {
    if (span.until < issuedOn) return [];
    const due = dueOfSpan(span, rule);
    const isWithin = (rule.of === 'next' ? span.until : due) <= horizon;
    if (due <= issuedOn || !isWithin) return [];
    return labelled({ period, year, due, begins: span.from, ...windowOf(span, regime, period) }, span, rule);
  });
}

/** One report, or one for each clock time of its day. */
function labelled(
  report: Omit<ReportingPeriod, 'label'>,
  { label }: Occurrence,
  { times = [] }: PeriodicDue,
): readonly ReportingPeriod[] {
  const [only, ...others] = times;
  if (only === undefined) return [{ ...report, label }];
  if (others.length === 0) return [{ ...report, label, time: only }];
  return times.map((time) => ({ ...report, label: `${label}T${time}`, time }));
}

/** What a period's report covers, both days included: to the cut-off, or to its due date where that comes first. */
export function windowOf(span: Occurrence, regime: ReportingRule, period: ReportPeriod): { from: LocalDate; until: LocalDate } {
  const cutOff = dueOfSpan(span, regime.periodDues?.[period] ?? regime.cutOff ?? regime.due);
  const { from, until } = fullWindow(span, regime.window, period);
  return { from, until: cutOff < until && cutOff >= from ? cutOff : until };
}

function fullWindow(
  span: Occurrence,
  window: DataWindow | undefined,
  period: ReportPeriod,
): { from: LocalDate; until: LocalDate } {
  const days = window?.days ?? BY_DECREE;
  const first = window?.cumulative ? dayOfMonth(yearOf(span.until), 1, 1) : span.from;
  if (days === 'calendar' || period === 'W' || period === 'D') return { from: first, until: span.until };
  const from = dayOfMonth(yearOf(first), monthOf(first) - 1, days.from);
  return { from, until: dayOfMonth(yearOf(span.until), monthOf(span.until), days.until) };
}
