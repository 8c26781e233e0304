/** What days and instants look like. Pure: no clock, no language of its own. */

const pad = (number: number): string => String(number).padStart(2, '0');

/**
 * A day as Decree 30/2020 writes it: a leading zero for days below 10 and for the months 1 and 2 only.
 * @param day `YYYY-MM-DD`
 * @returns `05/7/2022`; the text itself where it is no day
 */
export function formatDate(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return day;
  const month = Number(parts[2]);
  return `${parts[3]}/${month < 3 ? pad(month) : month}/${parts[1]}`;
}

/**
 * The day that a person writes, with or without leading zeros.
 * @param text `05/7/2022`, `5/7/2022`, `5-7-2022`
 * @returns `YYYY-MM-DD`; null where it is no day of the calendar
 */
export function readDate(text: string): string | null {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const day = `${parts[3]}-${pad(Number(parts[2]))}-${pad(Number(parts[1]))}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A day as the head of a document writes it.
 * @param day `YYYY-MM-DD`
 * @returns `ngày 05 tháng 7 năm 2022`, `5 July 2022`
 */
export function formatLongDate(day: string, language: 'vi' | 'en'): string {
  const [date, month, year] = formatDate(day).split('/');
  if (year === undefined) return day;
  if (language === 'vi') return `ngày ${date} tháng ${month} năm ${year}`;
  return `${Number(date)} ${ENGLISH_MONTHS[Number(month) - 1]} ${year}`;
}

const clockOfVietnam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

const partsOf = (time: number): Record<string, string> =>
  Object.fromEntries(clockOfVietnam.formatToParts(time).map(({ type, value }) => [type, value]));

/**
 * An instant on the clock of Vietnam, wherever the reader is.
 * @param instant ISO 8601 with an offset
 * @returns `08:30 05/7/2022`; the text itself where it is no instant
 */
export function formatInstant(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  const { hour, minute, year, month, day } = partsOf(time);
  return `${hour}:${minute} ${formatDate(`${year}-${month}-${day}`)}`;
}

/** The day that it is in Vietnam at a moment, `YYYY-MM-DD`. */
export function dayInVietnam(time: number): string {
  const { year, month, day } = partsOf(time);
  return `${year}-${month}-${day}`;
}

/** Days from one day to another, both `YYYY-MM-DD`; negative where the other comes first. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The day some days after another, `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
