import type { CalendarData } from '../plan/events.js';
import { dateOfDay, dayNumber, FIRST_YEAR, LAST_YEAR, localDate, weekdayOf, yearOf, type LocalDate } from './local-date.js';
import { projectedDaysOff } from './projected-year.js';

/** The days on which offices work, for any year; years that no decree covers yet are projected. */
export interface WorkingCalendar {
  readonly version: string;
  isWorkingDay(date: LocalDate): boolean;
  /**
   * The Nth working day after a date, or before it where N is negative; the date itself is never counted. N = 0 gives the date.
   * @throws RangeError where that day would lie outside the years 1900 to 2200
   */
  addWorkingDays(date: LocalDate, count: number): LocalDate;
  /** The date itself where it is a working day, else the next one that is. */
  rollForward(date: LocalDate): LocalDate;
  /** True where the year of a date is projected: weekends and the holidays of the law, lunar ones too, but no swaps. */
  isProvisional(date: LocalDate): boolean;
}

/** Working days counted once per range of years, so that adding is a look-up. */
interface Table {
  readonly firstDay: number;
  readonly lastDay: number;
  /** Working days up to and including each day. */
  readonly counts: Int32Array;
  /** Day numbers of the working days, in order. */
  readonly days: Int32Array;
}

const SPAN = 2;
const FIRST_DAY = dayNumber(localDate(FIRST_YEAR, 1, 1) as LocalDate);
const LAST_DAY = dayNumber(localDate(LAST_YEAR, 12, 31) as LocalDate);

/** Calendars made so far, by their data, the longest unused first: whoever works by the same one shares its table. */
const MADE = new Map<string, WorkingCalendar>();
const MOST_MADE = 64;

/**
 * A calendar from its published data; the same one for equal data. Cost of a question: a table look-up; the table grows when a
 * date lies outside it.
 */
export function workingCalendar(data: CalendarData): WorkingCalendar {
  const key = JSON.stringify(data);
  const calendar = MADE.get(key) ?? makeCalendar(data);
  MADE.delete(key);
  MADE.set(key, calendar);
  const [oldest] = MADE.keys();
  if (MADE.size > MOST_MADE && oldest !== undefined) MADE.delete(oldest);
  return calendar;
}

function makeCalendar(data: CalendarData): WorkingCalendar {
  const off = new Set(Object.values(data.years).flatMap((year) => year.off));
  const makeup = new Set(Object.values(data.years).flatMap((year) => year.makeup));
  const isProvisional = (date: LocalDate): boolean => data.years[date.slice(0, 4)] === undefined;
  const isWorkingDay = (date: LocalDate): boolean => {
    if (makeup.has(date)) return true;
    if (off.has(date) || weekdayOf(date) > 5) return false;
    return !isProvisional(date) || !projected(yearOf(date)).has(date);
  };
  let table: Table | undefined;
  const covering = (wantedFrom: number, wantedTo: number): Table => {
    const [from, to] = [Math.max(wantedFrom, FIRST_DAY), Math.min(wantedTo, LAST_DAY)];
    if (table && from >= table.firstDay && to <= table.lastDay) return table;
    const first = Math.min(from, table?.firstDay ?? from);
    const last = Math.max(to, table?.lastDay ?? to);
    const years = [
      Math.max(yearOf(dateOfDay(first)) - SPAN, FIRST_YEAR),
      Math.min(yearOf(dateOfDay(last)) + SPAN, LAST_YEAR),
    ] as const;
    table = buildTable(...years, isWorkingDay);
    return table;
  };
  return {
    version: data.version,
    isWorkingDay,
    isProvisional,
    addWorkingDays: (date, count) => stepWorkingDays(covering, date, count),
    rollForward: (date) => (isWorkingDay(date) ? date : stepWorkingDays(covering, date, 1)),
  };
}

/** Years projected so far: the same for every calendar, and few. */
const PROJECTED = new Map<number, ReadonlySet<LocalDate>>();

function projected(year: number): ReadonlySet<LocalDate> {
  const known = PROJECTED.get(year) ?? projectedDaysOff(year);
  PROJECTED.set(year, known);
  return known;
}

function stepWorkingDays(covering: (from: number, to: number) => Table, date: LocalDate, count: number): LocalDate {
  if (count === 0) return date;
  const day = dayNumber(date);
  const reach = count * 3 + Math.sign(count) * 30;
  const { counts, days, firstDay } = covering(Math.min(day - 1, day + reach), Math.max(day, day + reach));
  const upTo = (d: number): number => counts[d - firstDay] ?? 0;
  // A position before the table's first day reads undefined, as one past its last does.
  const target = count > 0 ? days[upTo(day) + count - 1] : days[upTo(day - 1) + count];
  if (target === undefined) throw new RangeError(`no working day ${count} from ${date}`);
  return dateOfDay(target);
}

function buildTable(fromYear: number, toYear: number, isWorkingDay: (date: LocalDate) => boolean): Table {
  const firstDay = dayNumber(localDate(fromYear, 1, 1) as LocalDate);
  const lastDay = dayNumber(localDate(toYear, 12, 31) as LocalDate);
  const counts = new Int32Array(lastDay - firstDay + 1);
  const days: number[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if (isWorkingDay(dateOfDay(day))) days.push(day);
    counts[day - firstDay] = days.length;
  }
  return { firstDay, lastDay, counts, days: Int32Array.from(days) };
}
