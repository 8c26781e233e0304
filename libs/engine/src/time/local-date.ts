/**
 * Dates and instants of one fixed zone, Asia/Ho_Chi_Minh (UTC+7, no daylight saving since 1975).
 * Both are strings whose order is the order of time, so they compare with `<` and sort as text.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** A second of time, `YYYY-MM-DDTHH:MM:SS+07:00`; always this offset, so text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

/** First year that dates may lie in. */
export const FIRST_YEAR = 1900;
/** Last year that dates may lie in. */
export const LAST_YEAR = 2200;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const OFFSET_MS = 7 * 3_600_000;

/** Years are counted from 1 March here, so that a leap day is the last of its year; four hundred of them have as many days. */
const DAYS_OF_400_YEARS = 146_097;
/** From 1 March of the year 0 to 1970-01-01. */
const EPOCH = 719_468;

/** Days since 1970-01-01 of a civil date of the proleptic Gregorian calendar. */
export function dayNumber(date: LocalDate): number {
  const month = numberAt(date, 5, 7);
  const year = numberAt(date, 0, 4) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + numberAt(date, 8, 10) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - EPOCH;
}

/** The number that digits of a text write: several times faster than cutting them out, and dates are compared by the million. */
function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

/** The civil date of a day number: the inverse of {@link dayNumber}. */
export function dateOfDay(day: number): LocalDate {
  const shifted = day + EPOCH;
  const cycle = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfCycle = shifted - cycle * DAYS_OF_400_YEARS;
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  );
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const month = march < 10 ? march + 3 : march - 9;
  return at(cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * march + 2) / 5) + 1);
}

/** The date as written, or undefined where no such day exists (30 February, month 13). */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = DATE.exec(text);
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** The date of a year, month (1 to 12) and day, or undefined where no such day exists. */
export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return undefined;
  return day <= lastDayOf(year, month) ? at(year, month, day) : undefined;
}

/** Number of days of a month (1 to 12). */
export const lastDayOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? Number.NaN);

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const at = (year: number, month: number, day: number): LocalDate =>
  `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as LocalDate;

/** The date N calendar days later (earlier where N is negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/** The same day N months later; the last day of the month where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return at(year, month, Math.min(numberAt(date, 8, 10), lastDayOf(year, month)));
}

/** Calendar days from one date to another; negative where the other is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** Weekday, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** Year of a date. */
export const yearOf = (date: LocalDate): number => numberAt(date, 0, 4);
/** Month of a date, 1 to 12. */
export const monthOf = (date: LocalDate): number => numberAt(date, 5, 7);

/** 00:00 of a day in Asia/Ho_Chi_Minh. */
export const startOfDay = (date: LocalDate): Instant => `${date}T00:00:00+07:00` as Instant;

/** The first instant after a day: a term ends at 24:00 of its last day (Civil Code 2015, article 148). */
export const endOfDay = (date: LocalDate): Instant => startOfDay(addDays(date, 1));

/** The local day in which an instant lies. */
export const localDateOf = (instant: Instant): LocalDate => instant.slice(0, 10) as LocalDate;

/** The instant of a time given in milliseconds since 1970, cut to the second. */
export const instantOfMs = (ms: number): Instant => `${new Date(ms + OFFSET_MS).toISOString().slice(0, 19)}+07:00` as Instant;

/** Reads any ISO 8601 date-time that states its offset; undefined where it is not one, or lies outside the years of dates. */
export function parseInstant(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  if (!parseLocalDate(text.slice(0, 10))) return undefined;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return undefined;
  const instant = instantOfMs(ms);
  return parseLocalDate(instant.slice(0, 10)) && instant;
}
