import { addDays, weekdayOf, type CalendarData, type LocalDate } from '#engine';
import type { NewEvent } from '#event-store';

/** How far before the dates that differ a term may have begun, and after them end, in days. */
const BEFORE = 60;
const AFTER = 10;
/** Most days that are tried. */
const MOST = 120;
const DATE = /"(\d{4}-\d{2}-\d{2})["T]/g;
const FRIDAY = 5;

/** Days of the calendar that may make the difference between two versions of an event, the nearest first. */
export function daysBetween(computed: NewEvent, recorded: NewEvent): readonly LocalDate[] {
  const [ours, theirs] = [datesIn(computed), datesIn(recorded)];
  const apart = [...ours, ...theirs].filter((day) => !ours.has(day) || !theirs.has(day)).sort();
  const [first, last] = [apart[0], apart.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: LocalDate[] = [];
  const end = addDays(first, AFTER) > last ? last : addDays(first, AFTER);
  for (let day = end; day >= addDays(first, -BEFORE) && days.length < MOST; day = addDays(day, -1)) days.push(day);
  return days;
}

const datesIn = ({ data, at }: NewEvent): ReadonlySet<LocalDate> =>
  new Set([...JSON.stringify({ data, at }).matchAll(DATE)].map(([, day]) => day as LocalDate));

/** A calendar in which one day is worked that was off, or off that was worked; undefined for a year that it does not cover. */
export function withDayTurned(calendar: CalendarData, day: LocalDate): CalendarData | undefined {
  const name = day.slice(0, 4);
  const year = calendar.years[name];
  if (!year) return undefined;
  const isWeekday = weekdayOf(day) <= FRIDAY;
  const [without, has] = [(days: readonly LocalDate[]) => days.filter((each) => each !== day), year.makeup.includes(day)];
  const isWorked = has || (isWeekday && !year.off.includes(day));
  const turned = isWorked
    ? { off: isWeekday ? [...without(year.off), day] : without(year.off), makeup: without(year.makeup) }
    : { off: without(year.off), makeup: isWeekday ? year.makeup : [...year.makeup, day] };
  return { ...calendar, years: { ...calendar.years, [name]: turned } };
}
