import type { CalendarData, DeadlineRule, LocalDate, TermUnit } from '#engine';
import { naiveLastOf, naiveOccurrenceDue } from './naive-recurrence.js';

/**
 * Dates counted one day at a time, with nothing of the engine's own arithmetic: what its dates are held against.
 */

const DAY_MS = 86_400_000;

/** N days later, or earlier. */
export const naiveAdd = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** True on Monday to Friday that is not off, and on a Saturday or Sunday that is worked. */
export function naiveIsWorked(date: LocalDate, { years }: CalendarData): boolean {
  const year = years[date.slice(0, 4)];
  if (!year) throw new RangeError(`the fleet lives in years that are decreed, not on ${date}`);
  if (year.makeup.includes(date)) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !year.off.includes(date);
}

/** N working days later, or earlier; the day itself is not counted. */
export function naiveWorkdays(date: LocalDate, count: number, calendar: CalendarData): LocalDate {
  let at = date;
  for (let left = Math.abs(count); left > 0; ) {
    at = naiveAdd(at, Math.sign(count));
    if (naiveIsWorked(at, calendar)) left -= 1;
  }
  return at;
}

/** The same day N months on; the last of the month where it has no such day. */
function naiveMonths(date: LocalDate, count: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count;
  const month = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  for (let day = Number(date.slice(8)); day > 27; day--) {
    const found = new Date(`${month}-${String(day).padStart(2, '0')}T00:00:00Z`);
    if (!Number.isNaN(found.getTime()) && found.toISOString().slice(0, 7) === month)
      return found.toISOString().slice(0, 10) as LocalDate;
  }
  return `${month}-${date.slice(8)}` as LocalDate;
}

/** A term after a date: the date itself is not counted, nothing moves from a day off. */
export function naiveTerm(
  date: LocalDate,
  { amount, unit }: { amount: number; unit: TermUnit },
  calendar: CalendarData,
): LocalDate {
  switch (unit) {
    case 'workday':
      return naiveWorkdays(date, amount, calendar);
    case 'month':
      return naiveMonths(date, amount);
    case 'week':
      return naiveAdd(date, amount * 7);
    case 'day':
      return naiveAdd(date, amount);
    default:
      throw new RangeError(`the fleet counts no term in ${unit}s`);
  }
}

/** On to the next working day where it is none. */
export function naiveForward(date: LocalDate, calendar: CalendarData): LocalDate {
  let at = date;
  while (!naiveIsWorked(at, calendar)) at = naiveAdd(at, 1);
  return at;
}

/** What counting a deadline needs besides its rule. */
export interface NaiveStart {
  readonly issuedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  /** `2022-Q3` and the like, of one occurrence of recurring work. */
  readonly period: string | null;
}

/** The last allowed day of a rule that the fleet makes; null while no clock runs. */
export function naiveDue(rule: DeadlineRule, start: NaiveStart, calendar: CalendarData): LocalDate | null {
  const term = (from: LocalDate | null, of: { amount: number; unit: TermUnit }): LocalDate | null =>
    from && naiveForward(naiveTerm(from, of, calendar), calendar);
  switch (rule.kind) {
    case 'by':
      return rule.date;
    case 'before':
      return naiveAdd(rule.date, -1);
    case 'quarter':
      return naiveLastOf(rule.year, rule.quarter * 3);
    case 'window':
      return rule.until;
    case 'within':
      return term(rule.from === 'issue' ? start.issuedOn : start.receivedOn, rule);
    case 'after':
      return term(rule.date, rule);
    case 'on-event':
      return rule.term && term(start.startedOn, rule.term);
    case 'recurring':
      return naiveOccurrenceDue(rule, start.period ?? '');
    default:
      return null;
  }
}

/** Last month, 1 to 12, of a report's period as its id names it: `1@2022-9M`. */
export function naiveReportMonth(label: string): { readonly year: number; readonly month: number } {
  const [year = '', part = '12'] = label.split('-');
  const named: Readonly<Record<string, number>> = { H1: 6, H2: 12, '9M': 9, Y: 12 };
  const month = named[part] ?? (part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part));
  return { year: Number(year), month };
}
