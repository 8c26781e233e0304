import type { Instant, LocalDate, PeriodicDue, RegimeRule } from '#engine';
import { naiveAdd } from './naive-dates.js';

/** One report of a day or a week, by its name. */
export interface Figures {
  readonly label: string;
  readonly due: LocalDate;
  readonly time: string | undefined;
}

/** The days through which a plan's reports are counted. */
export interface FigureDays {
  readonly issuedOn: LocalDate;
  readonly horizon: LocalDate;
  readonly until: LocalDate;
  /** When a document ended the plan; null where none did. */
  readonly over: Instant | null;
}

interface Span {
  readonly label: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/**
 * Daily or weekly reports that a unit owes, found by going through every day: those due after the day of issue and by the horizon,
 * of months that had begun while the plan held.
 */
export function naiveFigures({ periods, due }: RegimeRule, days: FigureDays): readonly Figures[] {
  const found: Figures[] = [];
  // A week may be reported on before it begins: “before Monday”.
  const end = naiveAdd(days.horizon, 7);
  for (let date = naiveAdd(days.issuedOn, -7); date <= end; date = naiveAdd(date, 1)) {
    const span = spanFrom(date, periods.includes('W'));
    const last = span && lastDay(span, due);
    if (span && last !== undefined && isOwed(span, last, { due, ...days })) found.push(...atHours(span, last, due));
  }
  return found;
}

/** A day by itself, or the week that begins on it, which belongs to the year of its Thursday. */
function spanFrom(date: LocalDate, isWeekly: boolean): Span | undefined {
  if (!isWeekly) return { label: date, first: date, last: date };
  if (weekday(date) !== 1) return undefined;
  const thursday = naiveAdd(date, 3);
  const year = thursday.slice(0, 4);
  let number = 0;
  for (let day = `${year}-01-01` as LocalDate; day <= thursday; day = naiveAdd(day, 1)) if (weekday(day) === 4) number += 1;
  return { label: `${year}-W${String(number).padStart(2, '0')}`, first: date, last: naiveAdd(date, 6) };
}

function lastDay({ first, last }: Span, { of, weekday: named, exclusive, times }: PeriodicDue): LocalDate {
  if (named === undefined) return last;
  let day = of === 'next' ? naiveAdd(last, 1) : first;
  while (weekday(day) !== named) day = naiveAdd(day, 1);
  return exclusive && times === undefined ? naiveAdd(day, -1) : day;
}

interface Owing extends FigureDays {
  readonly due: PeriodicDue;
}

function isOwed({ first, last }: Span, day: LocalDate, { due, issuedOn, horizon, until, over }: Owing): boolean {
  const isWithin = last >= issuedOn && day > issuedOn && (due.of === 'next' ? last : day) <= horizon;
  const month = (day < first ? day : first).slice(0, 7);
  const hasBegun = month <= issuedOn.slice(0, 7) || over === null || `${month}-01T00:00:00+07:00` < over;
  return isWithin && hasBegun && month <= until.slice(0, 7);
}

function atHours({ label }: Span, day: LocalDate, { times = [] }: PeriodicDue): readonly Figures[] {
  if (times.length > 1) return times.map((time) => ({ label: `${label}T${time}`, due: day, time }));
  return [{ label, due: day, time: times[0] }];
}
