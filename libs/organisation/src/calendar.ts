import { type CalendarData, type LocalDate, weekdayOf, yearOf } from '#engine';
import { type Problem, Problems } from './problem.js';
import { field, Reading } from './reading.js';

/** What reading a calendar gives: the calendar, its days in order, or everything that is wrong with it. */
export type CalendarRead =
  | { readonly ok: true; readonly calendar: CalendarData }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Year = CalendarData['years'][string];

const CALENDAR = { version: field.text, years: field.object } as const;
const YEAR = { off: field.list, makeup: field.list } as const;
const FRIDAY = 5;

/**
 * Reads parsed JSON as a {@link CalendarData}: every day exists and lies in its year, days off are weekdays, days worked in lieu
 * are Saturdays or Sundays, none is given twice. All problems at once, with JSON Pointers; never throws.
 */
export function validateCalendar(json: unknown): CalendarRead {
  const problems = new Problems();
  const root = new Reading(json, '', problems).properties(CALENDAR);
  const version = root?.get('version')?.text(100);
  const years: Record<string, Year> = {};
  for (const [name, reading] of root?.get('years')?.object() ?? []) {
    if (!isYear(name)) reading.complain('calendar.bad-year', { year: name });
    else years[name] = readYear(reading, Number(name));
  }
  if (!problems.none || version === undefined) return { ok: false, problems: problems.list() };
  return { ok: true, calendar: { version, years } };
}

const isYear = (name: string): boolean => /^\d{4}$/.test(name) && Number(name) >= 1900 && Number(name) <= 2200;

function readYear(reading: Reading, year: number): Year {
  const lists = reading.properties(YEAR);
  const off = readDays(lists?.get('off'), year);
  const makeup = readDays(lists?.get('makeup'), year);
  for (const [date, day] of off) {
    if (makeup.has(date)) day.complain('calendar.off-and-makeup', { date });
    else if (weekdayOf(date) > FRIDAY) day.complain('calendar.off-on-weekend', { date });
  }
  for (const [date, day] of makeup) {
    if (!off.has(date) && weekdayOf(date) <= FRIDAY) day.complain('calendar.makeup-on-weekday', { date });
  }
  return { off: [...off.keys()].toSorted(), makeup: [...makeup.keys()].toSorted() };
}

function readDays(reading: Reading | undefined, year: number): ReadonlyMap<LocalDate, Reading> {
  const days = new Map<LocalDate, Reading>();
  for (const day of reading?.list(366) ?? []) {
    const date = day.date();
    if (date === undefined) continue;
    if (days.has(date)) day.complain('calendar.twice', { date });
    else if (yearOf(date) !== year) day.complain('calendar.other-year', { date, year });
    else days.set(date, day);
  }
  return days;
}
