import { describe, expect, it } from '@jest/globals';
import { dayNumber } from './local-date.js';
import { dateOfLunarDay, lunarMonths } from './lunar.js';

/** Tết as printed in Vietnam's calendars, by decade. */
const TET: Readonly<Record<number, string>> = {
  1990: '01-27 02-15 02-04 01-23 02-10 01-31 02-19 02-07 01-28 02-16',
  2000: '02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-17 02-07 01-26',
  2010: '02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05',
  2020: '01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06 01-26 02-13',
  2030: '02-02 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24',
  2040: '02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02',
  2050: '01-23',
};
const TET_DAYS = Object.entries(TET).flatMap(([decade, days]) =>
  days.split(' ').map((text, index) => [Number(decade) + index, text] as const),
);

/** Hùng Kings, the tenth of the third month. */
const HUNG_KINGS = (
  '2010-04-23 2011-04-12 2012-03-31 2013-04-19 2014-04-09 2015-04-28 2016-04-16 2017-04-06 2018-04-25 2019-04-14 2020-04-02 ' +
  '2021-04-21 2022-04-10 2023-04-29 2024-04-18 2025-04-07 2026-04-26 2027-04-16 2028-04-04 2029-04-23 2030-04-12'
).split(' ');

/** Years with a leap month, and which. */
const LEAP =
  '1990:5 1993:3 1995:8 1998:5 2001:4 2004:2 2006:7 2009:5 2012:4 2014:9 2017:6 2020:4 2023:2 ' +
  '2025:6 2028:5 2031:3 2033:11 2036:6 2039:5 2042:2 2044:7 2047:5 2050:3';

describe('The lunar calendar of Vietnam', () => {
  it('has the Tết of each year from 1990 to 2050', () => {
    expect(TET_DAYS).toHaveLength(61);
    expect(TET_DAYS.map(([year]) => dateOfLunarDay(year, 1, 1))).toEqual(TET_DAYS.map(([year, text]) => `${year}-${text}`));
  });

  it('has the day of the Hùng Kings, in the month itself where a leap third month follows', () => {
    expect(HUNG_KINGS.map((text) => dateOfLunarDay(Number(text.slice(0, 4)), 3, 10))).toEqual(HUNG_KINGS);
    expect(lunarMonths(2031).filter(({ month }) => month === 3)).toEqual([
      { month: 3, isLeap: false, from: '2031-03-23' },
      { month: 3, isLeap: true, from: '2031-04-21' },
    ]);
    expect(dateOfLunarDay(2031, 3, 10)).toBe('2031-04-01');
  });

  it('parts from that of China where an hour decides: Tết of 1985, 2007, 2030 and 2053', () => {
    const both = [1985, 2007, 2030, 2053].map((year) => [7, 8].map((offset) => lunarMonths(year, offset)[0]?.from));
    expect(both).toEqual([
      ['1985-01-21', '1985-02-20'],
      ['2007-02-17', '2007-02-18'],
      ['2030-02-02', '2030-02-03'],
      ['2053-02-18', '2053-02-19'],
    ]);
  });

  it('has its leap months, that after the eleventh of 2033 too', () => {
    const found = Array.from({ length: 61 }, (_, index) => 1990 + index).flatMap((year) =>
      lunarMonths(year)
        .filter(({ isLeap }) => isLeap)
        .map(({ month }) => `${year}:${month}`),
    );
    expect(found.join(' ')).toBe(LEAP);
  });

  it.each([7, 8])('has months of 29 and 30 days without a gap from 1900 to 2200, at UTC+%i', (offset) => {
    const months = Array.from({ length: 301 }, (_, index) => lunarMonths(1900 + index, offset)).flat();
    const lengths = months.slice(1).map(({ from }, index) => dayNumber(from) - dayNumber(months[index]!.from));
    expect([...new Set(lengths)].sort()).toEqual([29, 30]);
    const numbers = months.map(({ month, isLeap }, index) => (isLeap ? months[index - 1]?.month === month : month));
    expect(numbers.filter((number) => number === false)).toEqual([]);
    expect(months.filter(({ isLeap }) => !isLeap)).toHaveLength(301 * 12);
  });

  it('knows no thirteenth month', () => expect(() => dateOfLunarDay(2025, 13, 1)).toThrow(RangeError));
});
