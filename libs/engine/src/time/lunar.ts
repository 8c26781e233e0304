import { dateOfDay, dayNumber, localDate, type LocalDate } from './local-date.js';

/**
 * The lunisolar calendar of Vietnam (Asia/Ho_Chi_Minh, UTC+7), computed: a month begins on the day of a new moon, month 11 holds
 * the winter solstice, and of thirteen months between two solstices the first without a principal term of the sun is a leap one.
 * New moons and the sun's longitude as in J. Meeus, Astronomical Algorithms, chapters 49 and 25.
 */

/** A month of a lunar year. */
export interface LunarMonth {
  /** 1 to 12; a leap month has the number of the one before it. */
  readonly month: number;
  readonly isLeap: boolean;
  readonly from: LocalDate;
}

const VIETNAM = 7;

/** The months of a lunar year in order, the first beginning at Tết; `offset` is that of the zone in hours, for other calendars. */
export function lunarMonths(year: number, offset = VIETNAM): readonly LunarMonth[] {
  const begun = monthsFromSolstice(year - 1, offset).filter(({ month }) => month < 11);
  const ended = monthsFromSolstice(year, offset).filter(({ month }) => month >= 11);
  return [...begun, ...ended];
}

/** A day of a lunar year, of the month itself where a leap month of the same number follows it. */
export function dateOfLunarDay(year: number, month: number, day: number): LocalDate {
  const found = lunarMonths(year).find((each) => each.month === month);
  if (!found) throw new RangeError(`no lunar month ${month}`);
  return dateOfDay(dayNumber(found.from) + day - 1);
}

/** The months from number 11 of a year, the one that holds its winter solstice, to the one before the next such. */
function monthsFromSolstice(year: number, offset: number): readonly LunarMonth[] {
  const [first, next] = [solsticeMonth(year, offset), solsticeMonth(year + 1, offset)];
  const starts = Array.from({ length: next - first + 1 }, (_, index) => newMoonDay(first + index, offset));
  const leap = next - first === 13 ? starts.findIndex((_, index) => index > 0 && !hasPrincipalTerm(starts, index, offset)) : -1;
  return starts.slice(0, -1).map((start, index) => {
    const number = leap >= 0 && index >= leap ? index - 1 : index;
    return { month: ((number + 10) % 12) + 1, isLeap: index === leap, from: dateOfDay(start) };
  });
}

/** The sun enters one of its twelve signs in the month: its sign is another when the next month begins. */
const hasPrincipalTerm = (starts: readonly number[], index: number, offset: number): boolean =>
  signAt(starts[index] ?? Number.NaN, offset) !== signAt(starts[index + 1] ?? Number.NaN, offset);

/** Index of the new moon that begins the month in which the winter solstice of a year lies. */
function solsticeMonth(year: number, offset: number): number {
  const lastDay = dayNumber(localDate(2000, 12, 31) as LocalDate) + Math.round((year - 2000) * 365.2425);
  let index = Math.floor((lastDay - FIRST_NEW_MOON_DAY) / MEAN_MONTH) + 1;
  while (newMoonDay(index, offset) > lastDay || signAt(newMoonDay(index, offset), offset) === SIGN_AFTER_SOLSTICE) index -= 1;
  return index;
}

/** 270° to 300°: a month that begins there begins after the solstice. */
const SIGN_AFTER_SOLSTICE = 9;

/** Julian day of 1970-01-01 00:00 UTC. */
const EPOCH = 2_440_587.5;
const MEAN_MONTH = 29.530588861;
const FIRST_NEW_MOON = 2_451_550.09766;
const FIRST_NEW_MOON_DAY = Math.floor(FIRST_NEW_MOON - EPOCH);

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Terms of the new moon's deviation from the mean in days: power of the earth's eccentricity, multiples of M, M' and F. */
const MOON_TERMS: readonly (readonly [days: number, e: number, m: number, moon: number, f: number])[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

/** What the node and the planets add in days, and their arguments: degrees at the first new moon and for every new moon. */
const PLANET_TERMS: readonly (readonly [days: number, at: number, each: number])[] = [
  [-0.00017, 124.7746, -1.56375588],
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/** Day number of the local day of the Nth new moon after that of 6 January 2000. */
function newMoonDay(index: number, offset: number): number {
  const t = index / 1236.85;
  const eccentricity = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * index - 0.0000014 * t ** 2;
  const moon = 201.5643 + 385.81693528 * index + 0.0107582 * t ** 2 + 0.00001238 * t ** 3;
  const latitude = 160.7108 + 390.67050284 * index - 0.0016118 * t ** 2 - 0.00000227 * t ** 3;
  let julian = FIRST_NEW_MOON + MEAN_MONTH * index + 0.00015437 * t ** 2 - 0.00000015 * t ** 3;
  for (const [days, e, m, m2, f] of MOON_TERMS) julian += days * eccentricity ** e * sine(m * sun + m2 * moon + f * latitude);
  for (const [days, at, each] of PLANET_TERMS) julian += days * sine(at + each * index);
  return Math.floor(julian - clockLag(t) - EPOCH + offset / 24);
}

/** How far the earth's rotation lags behind uniform time, in days, t centuries after 2000: 0 s in 1900, 64 s in 2000, 73 s in 2025. */
const clockLag = (t: number): number => (64 + (t < 0 ? 67 * t : 20 * t + 60 * t ** 2)) / 86_400;

/** The twelfth of its path, from the March equinox, in which the sun stands at 00:00 of a local day. */
function signAt(day: number, offset: number): number {
  const utc = day + EPOCH - offset / 24;
  const t = (utc - 2_451_545) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t ** 2;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * sine(anomaly) +
    (0.019993 - 0.000101 * t) * sine(2 * anomaly) +
    0.00029 * sine(3 * anomaly);
  const mean = 280.46645 + 36_000.76983 * (t + clockLag(t) / 36_525) + 0.0003032 * t ** 2;
  const longitude = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}
