/** What dates, periods, steps and counts look like. Pure: no document, no clock, no language of its own. */

/** @typedef {'vi' | 'en'} Language */

const pad = (/** @type {number} */ number) => String(number).padStart(2, '0');

/**
 * A day as Decree 30/2020 writes it: a leading zero for days below 10 and for the months 1 and 2 only.
 * @param {string} day `YYYY-MM-DD`
 * @returns {string} `05/7/2022`; the text itself where it is no day
 */
export function formatDate(day) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return day;
  const month = Number(parts[2]);
  return `${parts[3]}/${month < 3 ? pad(month) : month}/${parts[1]}`;
}

/**
 * The day that a person writes, with or without leading zeros.
 * @param {string} text `05/7/2022`, `5/7/2022`, `5-7-2022`
 * @returns {string | null} `YYYY-MM-DD`; null where it is no day of the calendar
 */
export function readDate(text) {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const day = `${parts[3]}-${pad(Number(parts[2]))}-${pad(Number(parts[1]))}`;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? day : null;
}

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A day as the head of a document writes it.
 * @param {string} day `YYYY-MM-DD`
 * @param {Language} language
 * @returns {string} `ngày 05 tháng 7 năm 2022`, `5 July 2022`
 */
export function formatLongDate(day, language) {
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

/**
 * An instant on the clock of Vietnam, wherever the reader is.
 * @param {string} instant ISO 8601 with an offset
 * @returns {string} `08:30 05/7/2022`; the text itself where it is no instant
 */
export function formatInstant(instant) {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  const parts = Object.fromEntries(clockOfVietnam.formatToParts(time).map(({ type, value }) => [type, value]));
  return `${parts.hour}:${parts.minute} ${formatDate(`${parts.year}-${parts.month}-${parts.day}`)}`;
}

/**
 * What a step of the escalation ladder is called by: `after-10wd` is ten working days after the due date.
 * @param {string} step
 * @returns {{when: 'before' | 'after', amount: number, unit: 'day' | 'workday'} | null} null where it is named otherwise
 */
export function readStep(step) {
  const parts = /^(before|after)-(\d+)(wd|d)$/.exec(step);
  if (!parts) return null;
  const when = parts[1] === 'before' ? 'before' : 'after';
  return { when, amount: Number(parts[2]), unit: parts[3] === 'wd' ? 'workday' : 'day' };
}

/**
 * Steps in the order in which they come to an obligation: the earliest warning first, the gravest step last.
 * @param {string} a
 * @param {string} b
 */
export const compareSteps = (a, b) => stepMoment(a) - stepMoment(b) || (a < b ? -1 : Number(a > b));

/** Days from the due date, roughly; steps with names of their own go last. @param {string} name */
function stepMoment(name) {
  const step = readStep(name);
  if (!step) return Number.MAX_SAFE_INTEGER;
  const days = step.amount * (step.unit === 'workday' ? 1.4 : 1);
  return step.when === 'before' ? -days : days;
}

/** @typedef {{key: string, args: Record<string, string | number>}} Message */

/**
 * What a period is called.
 * @param {string} label `2022-Q3`, `2022-07`, `2022`, `2022-9M`, `H1`
 * @returns {Message} a key of the catalogue, and what to fill into it
 */
export function readPeriod(label) {
  const parts = /^(?:(\d{4})-)?(?:Q([1-4])|(H1|9M|Y)|(\d{2}))$/.exec(label);
  if (!parts) return { key: /^\d{4}$/.test(label) ? 'period.year' : 'period.other', args: { year: label, label } };
  const [, year, quarter, span, month] = parts;
  const args = { year: year ?? '', quarter: ['', 'I', 'II', 'III', 'IV'][Number(quarter ?? 0)] ?? '', month: Number(month ?? 0) };
  const kind = quarter ? 'quarter' : month ? 'month' : { H1: 'half', '9M': 'nine', Y: 'year' }[span ?? 'Y'];
  return { key: `period.${kind}`, args };
}

/**
 * Share of obligations that stand well among those that were due, in whole per cent, never rounded up to 100.
 * @param {{onTime: number, late: number, overdue: number}} counts
 * @returns {number | null} null while none is due
 */
export function onTimeShare({ onTime, late, overdue }) {
  const due = onTime + late + overdue;
  return due === 0 ? null : Math.floor((onTime * 100) / due);
}
