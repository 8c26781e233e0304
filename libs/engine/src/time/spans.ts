import type { Rhythm } from '../ir/deadline-rule.js';
import { assertNever, endOfMonth } from './due-date.js';
import { addDays, lastDayOf, localDate, weekdayOf, type LocalDate } from './local-date.js';

/** One period of the calendar. */
export interface Occurrence {
  /** `2022-Q3`, `2022-H2`, `2022-07`, `2022-W27` (ISO week), `2022-07-05`, `2022`. */
  readonly label: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Day N of a month (which may lie before or after the year), or the last day of the month where it has no such day. */
export function dayOfMonth(year: number, month: number, day: number): LocalDate {
  const index = year * 12 + month - 1;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  return localDate(y, m, Math.min(day, lastDayOf(y, m))) as LocalDate;
}

/** The first such weekday (1 = Monday … 7 = Sunday) on or after a date. */
export const weekdayFrom = (date: LocalDate, weekday: number): LocalDate => addDays(date, (weekday - weekdayOf(date) + 7) % 7);

/** Periods found so far, by rhythm and year: the same for every plan, and few. */
const KNOWN = new Map<string, readonly Occurrence[]>();

/** The periods of a rhythm that belong to a year: a week to the year of its Thursday. */
export function spansOf(rhythm: Rhythm, year: number): readonly Occurrence[] {
  const key = `${rhythm} ${year}`;
  const spans = KNOWN.get(key) ?? findSpans(rhythm, year);
  KNOWN.set(key, spans);
  return spans;
}

function findSpans(rhythm: Rhythm, year: number): readonly Occurrence[] {
  switch (rhythm) {
    case 'day':
      return days(year).map((date) => ({ label: date, from: date, until: date }));
    case 'week':
      return weeks(year);
    case 'month':
      return months(year, 1).map((span) => ({ label: span.from.slice(0, 7), ...span }));
    case 'quarter':
      return months(year, 3).map((span, index) => ({ label: `${year}-Q${index + 1}`, ...span }));
    case 'half':
      return months(year, 6).map((span, index) => ({ label: `${year}-H${index + 1}`, ...span }));
    case 'year':
      return months(year, 12).map((span) => ({ label: String(year), ...span }));
    default:
      return assertNever(rhythm);
  }
}

const months = (year: number, length: number): readonly Omit<Occurrence, 'label'>[] =>
  Array.from({ length: 12 / length }, (_, index) => ({
    from: dayOfMonth(year, index * length + 1, 1),
    until: endOfMonth(year, (index + 1) * length),
  }));

function days(year: number): readonly LocalDate[] {
  const last = endOfMonth(year, 12);
  const found: LocalDate[] = [];
  for (let date = dayOfMonth(year, 1, 1); date <= last; date = addDays(date, 1)) found.push(date);
  return found;
}

const THURSDAY = 3;

function weeks(year: number): readonly Occurrence[] {
  const fourth = dayOfMonth(year, 1, 4);
  const found: Occurrence[] = [];
  for (
    let from = addDays(fourth, 1 - weekdayOf(fourth));
    addDays(from, THURSDAY) <= endOfMonth(year, 12);
    from = addDays(from, 7)
  ) {
    found.push({ label: `${year}-W${String(found.length + 1).padStart(2, '0')}`, from, until: addDays(from, 6) });
  }
  return found;
}
