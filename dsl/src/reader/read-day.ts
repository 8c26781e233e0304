import { lastDayOf } from '#engine';
import { phrases, type Text } from './tokens.js';
import type { Read } from './numbers.js';
import { readYearAfter } from './read-year.js';
import { bad, type When } from './when.js';

const DAY = phrases('ngày|các ngày|những ngày|mồng|ngày mồng');
const MONTH = phrases('tháng');
const OF_MONTH = phrases('của tháng|tháng');
const SEPARATORS = '/-.';

/** The day exists in some year, or in the year named. */
const exists = (day: number, month: number, year: number | null): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year ?? 2024, month);

/** A day as written, or the complaint that there is no such day. */
function dayOf([day, month, year]: readonly [number, number, number | null]): When {
  if (year !== null && (year < 1900 || year > 2200)) return bad('noSuchDate');
  return exists(day, month, year) ? { unit: 'day', day, month, year } : bad('noSuchDate');
}

/** `2025-12-31`. */
function readIso(text: Text, at: number): Read<When> | undefined {
  if (!text.isYear(at) || !text.isSign(at + 1, '-/') || text.at(at + 2).digits !== 2) return undefined;
  if (text.at(at + 3).key !== text.at(at + 1).key || text.at(at + 4).digits !== 2) return undefined;
  return { value: dayOf([text.at(at + 4).value, text.at(at + 2).value, text.at(at).value]), next: at + 5 };
}

/** The year written after `d/m`, by the same sign: four digits, or the last two. */
function readShortYear(text: Text, at: number, sign: string): Read<number> | undefined {
  const { digits, value, kind } = text.at(at + 1);
  if (!text.isSign(at, sign) || kind !== 'number' || digits === 1) return undefined;
  return { value: digits === 2 ? 2000 + value : value, next: at + 2 };
}

/** `15/7/2022`, `15.7.2022`, `15/7 năm 2022`, `15/7`. */
function readNumeric(text: Text, at: number, named: boolean): Read<When> | undefined {
  const [day, month] = [text.at(at), text.at(at + 2)];
  if (!text.isSign(at + 1, SEPARATORS) || month.kind !== 'number' || day.digits > 2 || month.digits > 2) return undefined;
  const sign = text.at(at + 1).key;
  const year = readShortYear(text, at + 3, sign) ?? readYearAfter(text, at + 3);
  if (year) return { value: dayOf([day.value, month.value, year.value]), next: year.next };
  if (sign !== '/' && !named) return undefined;
  return { value: dayOf([day.value, month.value, null]), next: at + 3 };
}

/** `16 tháng 12 năm 2025`, `ngày 20 của tháng 6`. */
function readSpelled(text: Text, at: number): Read<When> | undefined {
  const month = text.after(at + 1, OF_MONTH);
  if (!month || text.at(month).kind !== 'number' || text.at(month).digits > 2) return undefined;
  if (text.isSign(month + 1, '-') && text.at(month + 2).kind === 'number' && !text.isYear(month + 2)) return undefined;
  const year = readShortYear(text, month + 1, '-') ?? readYearAfter(text, month + 1);
  return { value: dayOf([text.at(at).value, text.at(month).value, year?.value ?? null]), next: year?.next ?? month + 1 };
}

/** A calendar day; with `ngày` before it, also a day without its month. */
export function readDay(text: Text, from: number): Read<When> | undefined {
  const iso = readIso(text, text.after(from, DAY) || from);
  if (iso) return iso;
  const named = text.after(from, DAY);
  const at = named || from;
  const { kind, digits, value } = text.at(at);
  if (kind !== 'number' || digits > 2) return undefined;
  const full = readNumeric(text, at, named > 0) ?? readSpelled(text, at);
  if (full) return full;
  if (!named || isCounted(text, at)) return undefined;
  return { value: value >= 1 && value <= 31 ? { unit: 'day-only', day: value } : bad('noSuchDate'), next: at + 1 };
}

/** `ngày 15/`, `ngày 15 tháng …`: the month is left blank, or is something that another reader knows. */
const isCounted = (text: Text, at: number): boolean => text.isSign(at + 1, '/') || text.after(at + 1, MONTH) > 0;
