import type { DeadlineRule, RecurringPoint } from '../ir/deadline-rule.js';
import { assertNever } from './due-date.js';
import { addDays, dayNumber, monthOf, yearOf, type LocalDate } from './local-date.js';
import { occurrences } from './periods.js';
import { dayOfMonth, weekdayFrom, type Occurrence } from './spans.js';

/** One occurrence of recurring work and its last allowed day; null where it waits for an event. */
export interface Recurrence {
  /** As of {@link Occurrence}, with a clock time where a day has several. */
  readonly label: string;
  readonly due: LocalDate | null;
  /** First day of its period; of a day of the year, that day. */
  readonly begins: LocalDate;
}

type Recurring = DeadlineRule & { readonly kind: 'recurring' };
type Point = Recurrence & { readonly due: LocalDate };

/**
 * Occurrences of recurring work, in order. Periods are whole: from the first that begins on or after the day of issue to the last
 * that ends by the horizon. Days of the year that the text names count from the day after the issue.
 */
export function recurrences(rule: Recurring, issuedOn: LocalDate, horizon: LocalDate): readonly Recurrence[] {
  const found = pointsOf(rule, issuedOn, horizon);
  const dated = rule.event === undefined ? found : found.map((each) => ({ ...each, due: null }));
  const { times = [] } = rule;
  if (times.length < 2) return dated;
  return dated.flatMap((each) => times.map((time) => ({ ...each, label: `${each.label}T${time}` })));
}

function pointsOf({ every, at, times }: Recurring, issuedOn: LocalDate, horizon: LocalDate): readonly Point[] {
  if (!at) {
    return occurrences(every, issuedOn, horizon).map(({ label, from, until }) => ({ label, due: until, begins: from }));
  }
  const back = (date: LocalDate, exclusive: boolean): LocalDate => (exclusive && times === undefined ? addDays(date, -1) : date);
  switch (at.kind) {
    case 'month-day':
      return occurrences(every, issuedOn, horizon).map((span) => ({
        label: span.label,
        due: back(monthDay(span, at), at.exclusive),
        begins: span.from,
      }));
    case 'weekday':
      return occurrences(every, issuedOn, horizon).map(({ label, from }) => ({
        label,
        due: back(weekdayFrom(from, at.weekday), at.exclusive),
        begins: from,
      }));
    case 'dates':
      // "Before 1 January" of the next year is due on the last day of this one.
      return [...years(issuedOn, horizon), yearOf(horizon) + 1]
        .flatMap((year) => at.dates.map(({ month, day }) => dayOfMonth(year, month, day)))
        .map((date) => ({ label: date, due: back(date, at.exclusive), begins: date }))
        .filter(({ due }) => due > issuedOn && due <= horizon)
        .sort((a, b) => dayNumber(a.due) - dayNumber(b.due));
    case 'season':
      return years(issuedOn, horizon).flatMap((year) => season(year, at, [issuedOn, horizon]));
    default:
      return assertNever(at);
  }
}

const years = (from: LocalDate, until: LocalDate): readonly number[] =>
  Array.from({ length: Math.max(0, yearOf(until) - yearOf(from) + 1) }, (_, index) => yearOf(from) + index);

function monthDay({ from, until }: Occurrence, { day, of }: RecurringPoint & { kind: 'month-day' }): LocalDate {
  const base = of === 'first' ? from : until;
  return dayOfMonth(yearOf(base), monthOf(base) + (of === 'next' ? 1 : 0), day);
}

function season(
  year: number,
  { from, until }: RecurringPoint & { kind: 'season' },
  [issuedOn, horizon]: readonly [LocalDate, LocalDate],
): readonly Point[] {
  const last = dayOfMonth(until < from ? year + 1 : year, until, 31);
  const begins = dayOfMonth(year, from, 1);
  if (begins < issuedOn || last > horizon) return [];
  return [{ label: from === until ? last.slice(0, 7) : `${year}-${pad(from)}..${pad(until)}`, due: last, begins }];
}

const pad = (month: number): string => String(month).padStart(2, '0');
