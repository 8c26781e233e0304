import type { CalendarView } from '#contracts';
import { daysOffByLaw } from '#dsl';

/** A calendar as a file holds it. */
export type CalendarFile = Pick<CalendarView, 'version' | 'years'>;

/** 1 = Monday … 7 = Sunday. */
const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
const FRIDAY = 5;

/** A year of a calendar: as it was decreed, else with the holidays of the law, as everybody counts until then. */
export const yearOf = ({ years }: Pick<CalendarFile, 'years'>, year: string): CalendarFile['years'][string] =>
  years[year] ?? { off: daysOffByLaw(Number(year)), makeup: [] };

/** Whether offices work on a day by a calendar: weekdays that are not off, and weekend days that make up for one. */
export function isWorked(calendar: Pick<CalendarFile, 'years'>, day: string): boolean {
  const { off, makeup } = yearOf(calendar, day.slice(0, 4));
  return weekdayOf(day) <= FRIDAY ? !off.includes(day) : makeup.includes(day);
}

/**
 * The same calendar with one day otherwise; a year that it did not have comes with the holidays of the law.
 * @param version what the other one is called by; a name made from the day unless told
 * @returns null where the day is so already
 */
export function withDay({ version, years }: CalendarFile, day: string, works: boolean, named?: string): CalendarFile | null {
  if (isWorked({ years }, day) === works) return null;
  const year = day.slice(0, 4);
  const { off, makeup } = yearOf({ years }, year);
  const isWeekday = weekdayOf(day) <= FRIDAY;
  const list = isWeekday ? off : makeup;
  const isAdded = isWeekday ? !works : works;
  const other = isAdded ? [...list, day].toSorted() : list.filter((each) => each !== day);
  return {
    version: named ?? `${version}, ${day}`,
    years: { ...years, [year]: { off: isWeekday ? other : off, makeup: isWeekday ? makeup : other } },
  };
}
