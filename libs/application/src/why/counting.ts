import { addDays, holidaysOff, weekdayOf, yearOf, type DayOff, type LocalDate } from '#engine';
import type { CountedDay, Evidence } from './explanation.js';
import type { LoggedCalendar } from './why-log.js';
import { holidayWord, SWAPPED } from './words/calendar-words.js';

const FRIDAY = 5;

const KNOWN = new Map<number, ReadonlyMap<LocalDate, DayOff>>();

function holidayOn(date: LocalDate): DayOff | undefined {
  const year = yearOf(date);
  const known = KNOWN.get(year) ?? holidaysOff(year);
  KNOWN.set(year, known);
  return known.get(date);
}

/** A day as a calendar has it, with its number in a count where it has one. */
export function countedDay(date: LocalDate, count: number | null, { calendar }: LoggedCalendar): CountedDay {
  const weekday = weekdayOf(date);
  if (calendar.isWorkingDay(date)) return { date, weekday, count, off: null, name: null };
  if (weekday > FRIDAY) return { date, weekday, count, off: 'weekend', name: null };
  const holiday = holidayOn(date);
  if (!holiday) return { date, weekday, count, off: 'swapped', name: SWAPPED };
  return { date, weekday, count, off: 'holiday', name: holidayWord(date, holiday) };
}

/** What is counted: every day, or only those on which offices work. */
export type Counted = 'day' | 'workday';

/** A count of days. */
export interface Count {
  readonly days: readonly CountedDay[];
  /** The day on which it ends. */
  readonly end: LocalDate;
}

/** Counts days one by one from the day after a start (from the day before it where the amount is negative). */
export function countFrom(
  start: LocalDate,
  { amount, counted }: { amount: number; counted: Counted },
  calendar: LoggedCalendar,
): Count {
  const step = Math.sign(amount);
  const days: CountedDay[] = [];
  let [date, count] = [start, 0];
  while (count < Math.abs(amount)) {
    date = addDays(date, step);
    const counts = counted === 'day' || calendar.calendar.isWorkingDay(date);
    if (counts) count += 1;
    days.push(countedDay(date, counts ? count : null, calendar));
  }
  return { days, end: date };
}

/** Every day from one to another, both included, numbered where it counts. */
export function countBetween(
  from: LocalDate,
  until: LocalDate,
  { counted, calendar }: { counted: Counted; calendar: LoggedCalendar },
): readonly CountedDay[] {
  const days: CountedDay[] = [];
  let count = 0;
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const counts = counted === 'day' || calendar.calendar.isWorkingDay(date);
    if (counts) count += 1;
    days.push(countedDay(date, counts ? count : null, calendar));
  }
  return days;
}

/** On from a day off to the next working day, or back to the one before: the days passed over, and the one it comes to. */
export function rolled(date: LocalDate, policy: 'next' | 'previous', calendar: LoggedCalendar): Count {
  const step = policy === 'next' ? 1 : -1;
  const days = [countedDay(date, null, calendar)];
  let end = date;
  while (!calendar.calendar.isWorkingDay(end)) {
    end = addDays(end, step);
    days.push(countedDay(end, null, calendar));
  }
  return { days, end };
}

/** Days as evidence. */
export const daysEvidence = (days: readonly CountedDay[], { data, calendar }: LoggedCalendar): Evidence => ({
  kind: 'days',
  calendar: data.version,
  provisional: days.some(({ date }) => calendar.isProvisional(date)),
  days,
});
