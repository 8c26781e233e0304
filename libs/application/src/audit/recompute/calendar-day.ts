import { addDays, weekdayOf, workingCalendar, type CalendarData, type LocalDate } from '#engine';
import type { NewEvent } from '#event-store';

/** How far from the dates that differ a term may have begun, and after them end, in days. */
const REACH = 45;
const AFTER = 10;
/** Most days that are tried. */
const MOST = 120;
const DATE = /"(\d{4}-\d{2}-\d{2})["T]/g;
const FRIDAY = 5;

/** Days of the calendar that may make the difference between two versions of an event, or between one and none; the nearest first. */
export function daysAround(computed: NewEvent | undefined, recorded: NewEvent): readonly LocalDate[] {
  const [ours, theirs] = [computed ? datesIn(computed) : NO_DATES, datesIn(recorded)];
  const apart = [...ours, ...theirs].filter((day) => !ours.has(day) || !theirs.has(day)).sort();
  const [first, last] = [apart[0], apart.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days: LocalDate[] = [];
  const end = addDays(first, REACH) < last ? addDays(first, REACH) : addDays(last, AFTER);
  for (let day = end; day >= addDays(first, -REACH) && days.length < MOST; day = addDays(day, -1)) days.push(day);
  return days;
}

const NO_DATES: ReadonlySet<LocalDate> = new Set();

const datesIn = ({ data, at }: NewEvent): ReadonlySet<LocalDate> =>
  new Set([...JSON.stringify({ data, at }).matchAll(DATE)].map(([, day]) => day as LocalDate));

/** A calendar in which one day is worked that was off, or off that was worked; a year that no decree covers as it is projected. */
export function withDayTurned(calendar: CalendarData, day: LocalDate): CalendarData {
  const name = day.slice(0, 4);
  const year = calendar.years[name] ?? projected(calendar, name);
  const isWeekday = weekdayOf(day) <= FRIDAY;
  const without = (days: readonly LocalDate[]): readonly LocalDate[] => days.filter((each) => each !== day);
  const isWorked = year.makeup.includes(day) || (isWeekday && !year.off.includes(day));
  const turned = isWorked
    ? { off: isWeekday ? [...without(year.off), day] : without(year.off), makeup: without(year.makeup) }
    : { off: without(year.off), makeup: isWeekday ? year.makeup : [...year.makeup, day] };
  return { ...calendar, years: { ...calendar.years, [name]: turned } };
}

function projected(calendar: CalendarData, year: string): CalendarData['years'][string] {
  const counted = workingCalendar(calendar);
  const off: LocalDate[] = [];
  for (let day = `${year}-01-01` as LocalDate; day.startsWith(year); day = addDays(day, 1))
    if (weekdayOf(day) <= FRIDAY && !counted.isWorkingDay(day)) off.push(day);
  return { off, makeup: [] };
}

/** Days that a calendar names come first: of the others only weekdays, which may have been named in another one. */
export function likeliest(days: readonly LocalDate[], calendar: CalendarData): readonly LocalDate[] {
  const isNamed = (day: LocalDate): boolean => {
    const { off = [], makeup = [] } = calendar.years[day.slice(0, 4)] ?? {};
    return off.includes(day) || makeup.includes(day);
  };
  const [named, others] = [days.filter(isNamed), days.filter((day) => !isNamed(day) && weekdayOf(day) <= FRIDAY)];
  return [...named, ...others];
}
