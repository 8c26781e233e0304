import type { CountedDay, Evidence, Statement } from './explanation.js';

/*
 * Counts again from what an explanation shows, with nothing but the numbers of days: no calendar, no rules and none of the engine's own
 * arithmetic. What it finds wrong is said in plain English, for whoever reads the outcome of a check.
 */

const DAY_MS = 86_400_000;
const FRIDAY = 5;

/** A day some days later. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The last day of a month, 1 to 12. */
export const monthEnd = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** A day of a month, or its last where it has no such day; months run on over the turn of the year. */
export function dayOfMonth(year: number, month: number, day: number): string {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const end = monthEnd(first.getUTCFullYear(), first.getUTCMonth() + 1);
  return `${end.slice(0, 8)}${String(Math.min(day, Number(end.slice(8)))).padStart(2, '0')}`;
}

/** The lists of days that a statement shows. */
export const daysIn = ({ evidence }: { readonly evidence: readonly Evidence[] }): readonly (readonly CountedDay[])[] =>
  evidence.flatMap((each) => (each.kind === 'days' ? [each.days] : []));

/** What is wrong with a list of days that follow upon a day, one way or the other. */
export function wrongDays(days: readonly CountedDay[], from: string, step: 1 | -1): readonly string[] {
  const wrong: string[] = [];
  for (const [index, day] of days.entries()) {
    const expected = dayAfter(from, step * (index + 1));
    if (day.date !== expected) wrong.push(`${day.date} stands where ${expected} should`);
    if (day.weekday !== weekday(day.date)) wrong.push(`${day.date} is no weekday ${day.weekday}`);
    if (day.off === 'weekend' && day.weekday <= FRIDAY) wrong.push(`${day.date} is no weekend`);
    if ((day.off === 'holiday' || day.off === 'swapped') && day.name === null) wrong.push(`${day.date} is off without a name`);
  }
  return wrong;
}

/** What is wrong with how days are numbered: each that counts has the next number, the others none. */
export function wrongCount(days: readonly CountedDay[], counted: 'day' | 'workday'): readonly string[] {
  let count = 0;
  return days.flatMap(({ date, count: number, off }) => {
    const counts = counted === 'day' || off === null;
    if (counts) count += 1;
    return number === (counts ? count : null) ? [] : [`${date} has number ${number}, not ${counts ? count : null}`];
  });
}

const differs = (what: string, is: unknown, should: unknown): readonly string[] =>
  is === should ? [] : [`${what}: ${String(is)}, not ${String(should)}`];

/** A term, counted again from its days; months and years by the calendar of months. */
export function wrongTerm({ facts, ...statement }: Statement<'count.term'>): readonly string[] {
  const { start, counted, count, end, unit } = facts;
  if (counted === null) {
    const months = unit === 'year' ? count * 12 : count;
    return differs(
      'end of the term',
      end,
      dayOfMonth(Number(start.slice(0, 4)), Number(start.slice(5, 7)) + months, Number(start.slice(8))),
    );
  }
  const [days = []] = daysIn(statement);
  const last = days.at(-1);
  return [
    ...wrongDays(days, start, count < 0 ? -1 : 1),
    ...wrongCount(days, counted),
    ...differs('number of the last day', last?.count ?? 0, Math.abs(count)),
    ...differs('end of the term', end, last?.date ?? start),
  ];
}

/** A day off that is moved: every day passed over is off, the one it comes to is not. */
export function wrongRoll({ facts, ...statement }: Statement<'count.rolled'>): readonly string[] {
  const { from, policy, end } = facts;
  const step = policy === 'next' ? 1 : -1;
  const [days = []] = daysIn(statement);
  const passed = days.slice(0, -1);
  return [
    ...wrongDays(days, dayAfter(from, -step), step),
    ...passed.flatMap(({ date, off }) => (off === null ? [`${date} is worked and passed over`] : [])),
    ...differs('day off that it comes to', days.at(-1)?.off, null),
    ...differs('end', end, days.at(-1)?.date),
  ];
}

/** A clock that stood still: what was left when it stopped is what it went on with. */
export function wrongRest({ facts, ...statement }: Statement<'count.rest'>): readonly string[] {
  const { due, until, left, end, counted } = facts;
  const [rest = [], on = []] = daysIn(statement);
  const first = rest[0]?.date ?? due;
  return [
    ...wrongDays(rest, dayAfter(first, -1), 1),
    ...wrongCount(rest, counted),
    ...differs('last day before it stopped', rest.at(-1)?.date, due),
    ...differs('days left', rest.filter(({ count }) => count !== null).length, left),
    ...wrongDays(on, until, 1),
    ...wrongCount(on, counted),
    ...differs('days gone on', on.filter(({ count }) => count !== null).length, left),
    ...differs('end', end, on.at(-1)?.date ?? until),
  ];
}

/** A day that the text names. */
export const wrongNamed = ({ facts: { named, inclusive, end } }: Statement<'count.named'>): readonly string[] =>
  differs('last day', end, inclusive ? named : dayAfter(named, -1));

/** A quarter, or a window, ends with its last day. */
export const wrongPeriod = ({ facts: { rule, from, until, end } }: Statement<'count.period'>): readonly string[] =>
  differs('last day', end, rule === 'quarter' ? monthEnd(Number(from.slice(0, 4)), Number(from.slice(5, 7)) + 2) : until);

/** The last day of a period by its label alone; undefined where the label tells none. */
export function endOfLabel(label: string): string | undefined {
  const year = Number(label.slice(0, 4));
  const rest = label.slice(5);
  if (rest === '') return `${label}-12-31`;
  if (/^Q[1-4]$/.test(rest)) return monthEnd(year, Number(rest[1]) * 3);
  if (/^H[12]$/.test(rest)) return monthEnd(year, Number(rest[1]) * 6);
  if (rest === '9M') return `${year}-09-30`;
  if (rest === 'Y') return `${year}-12-31`;
  if (/^\d{2}$/.test(rest)) return monthEnd(year, Number(rest));
  return /^\d{2}-\d{2}$/.test(rest) ? label : undefined;
}

/** A period of recurring work. */
export function wrongOccurrence({ facts }: Statement<'count.occurrence'>): readonly string[] {
  const { label, at, day, of, exclusive, end } = facts;
  const named = exclusive ? dayAfter(end, 1) : end;
  const last = endOfLabel(label.replace(/T.*$/, ''));
  if (at === 'end') return last === undefined ? [] : differs('last day of the period', end, last);
  if (at === 'weekday') return differs('weekday', weekday(named), day);
  if (at !== 'month-day' || last === undefined || day === null || of === 'first') return [];
  return differs(
    'day of the month',
    named,
    dayOfMonth(Number(last.slice(0, 4)), Number(last.slice(5, 7)) + (of === 'next' ? 1 : 0), day),
  );
}

/** The day that a regime names in a period. */
export function wrongReportDay({ facts }: Statement<'count.report'>): readonly string[] {
  const { from, until, day, of, month, weekday: wanted, exclusive, end } = facts;
  const named = exclusive ? dayAfter(end, 1) : end;
  if (wanted !== null) return differs('weekday', weekday(named), wanted);
  if (day === 0) return differs('last day of the period', named, until);
  const base = of === 'first' ? from : until;
  const months = month ?? Number(base.slice(5, 7)) + (of === 'next' ? 1 : 0);
  return differs('day of the month', named, dayOfMonth(Number((month === null ? base : until).slice(0, 4)), months, day));
}
