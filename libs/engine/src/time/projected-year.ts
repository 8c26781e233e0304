import { addDays, localDate, weekdayOf, type LocalDate } from './local-date.js';
import { dateOfLunarDay } from './lunar.js';

/** First years of holidays that are younger than the others: the second day of National Day, Vietnam Culture Day. */
const SECOND_NATIONAL_DAY_SINCE = 2021;
const CULTURE_DAY_SINCE = 2026;
const THURSDAY = 4;
const FRIDAY = 5;

/**
 * The weekdays on which offices are expected not to work in a year that no decree covers yet: the paid holidays of the Labour
 * Code 2019 (article 112; 24 November by Resolution 28/2026/QH16), each one that falls on a Saturday or Sunday given back on the
 * next working day (article 111.3). No swaps: those are decided year by year. Tết is the last two days of the lunar year and the
 * first three of the new one; with the days given back, that is what was decreed for every year from 2020 to 2026.
 */
export const projectedDaysOff = (year: number): ReadonlySet<LocalDate> => new Set(holidaysOff(year).keys());

/** A paid holiday of the Labour Code. */
export type Holiday = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour' | 'national' | 'culture';

/** Why offices are expected not to work on a weekday. */
export interface DayOff {
  readonly holiday: Holiday;
  /** The day of the holiday itself, where it falls on a day off already and this day is given in its place; else the same day. */
  readonly of: LocalDate;
}

/** The days of {@link projectedDaysOff} with the holiday that each is for. */
export function holidaysOff(year: number): ReadonlyMap<LocalDate, DayOff> {
  const days = new Map(holidaysOf(year).map(([holiday, day]) => [day, holiday]));
  const off = new Map<LocalDate, DayOff>();
  for (const [of, holiday] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let day = of;
    while (weekdayOf(day) > FRIDAY || off.has(day) || (day !== of && days.has(day))) day = addDays(day, 1);
    off.set(day, { holiday, of });
  }
  return off;
}

function holidaysOf(year: number): readonly (readonly [Holiday, LocalDate])[] {
  const on = (month: number, day: number): LocalDate => localDate(year, month, day) as LocalDate;
  const tet = dateOfLunarDay(year, 1, 1);
  return [
    ['new-year', on(1, 1)],
    ...[-2, -1, 0, 1, 2].map((days) => ['tet', addDays(tet, days)] as const),
    ['hung-kings', dateOfLunarDay(year, 3, 10)],
    ['reunification', on(4, 30)],
    ['labour', on(5, 1)],
    ['national', on(9, 2)],
    ...(year >= SECOND_NATIONAL_DAY_SINCE ? [['national', besideNationalDay(on(9, 2))] as const] : []),
    ...(year >= CULTURE_DAY_SINCE ? [['culture', on(11, 24)] as const] : []),
  ];
}

/** The second day of the holiday: the day before, or the Friday after a Thursday, which joins it to the week-end. */
const besideNationalDay = (day: LocalDate): LocalDate => addDays(day, weekdayOf(day) === THURSDAY ? 1 : -1);
