import { addDays, instantOfMs, localDateOf, type Instant, type LocalDate, type WorkingCalendar } from '#engine';

/** Hours at which habits act: papers come in and are dealt with in the morning, results go out in the afternoon. */
export type Hour = '09' | '16';

/** An hour of a day. */
export const atHour = (day: LocalDate, hour: Hour): Instant => `${day}T${hour}:00:00+07:00` as Instant;

const HOUR_MS = 3_600_000;

/** In milliseconds. */
export const HALF_HOUR = HOUR_MS / 2;

/** So many hours, and milliseconds, after an instant; before it where they are negative. */
export const hoursAfter = (at: Instant, hours: number, ms = 0): Instant => instantOfMs(Date.parse(at) + hours * HOUR_MS + ms);

/** The Nth working day after the day of an instant; that day itself, or the next working day, for 0. */
export const workingDaysAfter = (at: Instant, count: number, calendar: WorkingCalendar): LocalDate =>
  count === 0 ? calendar.rollForward(localDateOf(at)) : calendar.addWorkingDays(localDateOf(at), count);

/** The last working day up to a day, or the Nth before that one. */
export const workingDaysBefore = (day: LocalDate, count: number, calendar: WorkingCalendar): LocalDate =>
  calendar.addWorkingDays(addDays(day, 1), -(count + 1));

/** An hour of a day, or the first such hour of a working day after `now` where that has passed. */
export function notBefore(now: Instant, day: LocalDate, hour: Hour, calendar: WorkingCalendar): Instant {
  const wanted = atHour(day, hour);
  if (wanted > now) return wanted;
  const today = atHour(localDateOf(now), hour);
  if (today > now && calendar.isWorkingDay(localDateOf(now))) return today;
  return atHour(calendar.addWorkingDays(localDateOf(now), 1), hour);
}
