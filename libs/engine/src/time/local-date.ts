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
const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;

/** Days since 1970-01-01 of a civil date of the proleptic Gregorian calendar. */
export const dayNumber = (date: LocalDate): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;

/** The civil date of a day number: the inverse of {@link dayNumber}. */
export const dateOfDay = (day: number): LocalDate => new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;

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
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;

/** The date N calendar days later (earlier where N is negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/** The same day N months later; the last day of the month where that day does not exist. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return at(year, month, Math.min(Number(date.slice(8, 10)), lastDayOf(year, month)));
}

/** Calendar days from one date to another; negative where the other is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** Weekday, 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** Year of a date. */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
/** Month of a date, 1 to 12. */
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));

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
