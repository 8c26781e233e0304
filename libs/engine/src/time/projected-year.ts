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
export function projectedDaysOff(year: number): ReadonlySet<LocalDate> {
  const holidays = new Set(holidaysOf(year));
  const off = new Set<LocalDate>();
  for (const holiday of [...holidays].sort()) {
    let day = holiday;
    while (weekdayOf(day) > FRIDAY || off.has(day) || (day !== holiday && holidays.has(day))) day = addDays(day, 1);
    off.add(day);
  }
  return off;
}

function holidaysOf(year: number): readonly LocalDate[] {
  const on = (month: number, day: number): LocalDate => localDate(year, month, day) as LocalDate;
  const tet = dateOfLunarDay(year, 1, 1);
  return [
    on(1, 1),
    ...[-2, -1, 0, 1, 2].map((days) => addDays(tet, days)),
    dateOfLunarDay(year, 3, 10),
    on(4, 30),
    on(5, 1),
    on(9, 2),
    ...(year >= SECOND_NATIONAL_DAY_SINCE ? [besideNationalDay(on(9, 2))] : []),
    ...(year >= CULTURE_DAY_SINCE ? [on(11, 24)] : []),
  ];
}

/** The second day of the holiday: the day before, or the Friday after a Thursday, which joins it to the week-end. */
const besideNationalDay = (day: LocalDate): LocalDate => addDays(day, weekdayOf(day) === THURSDAY ? 1 : -1);
