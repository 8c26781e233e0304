import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type LocalDate, weekdayOf, workingCalendar } from '#engine';
import { validateCalendar } from './calendar.js';
import { VIETNAM_CALENDAR } from './data/calendar-vn.js';

const year = (off: readonly unknown[], makeup: readonly unknown[] = []) => ({ version: 'x', years: { '2025': { off, makeup } } });

const told = (json: unknown) => {
  const read = validateCalendar(json);
  return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
};

describe('A calendar', () => {
  it('gives its days in order', () => {
    expect(validateCalendar(year(['2025-05-02', '2025-01-01'], ['2025-04-26']))).toEqual({
      ok: true,
      calendar: { version: 'x', years: { '2025': { off: ['2025-01-01', '2025-05-02'], makeup: ['2025-04-26'] } } },
    });
  });

  it.each<[string, unknown, ...(readonly [string, string])]>([
    ['no object', 'x', 'data.wrong-type', ''],
    ['no version', { years: {} }, 'data.missing', ''],
    ['no years', { version: 'x' }, 'data.missing', ''],
    ['an unknown property', { version: 'x', years: {}, note: '' }, 'data.unknown-property', '/note'],
    ['a year that is none', { version: 'x', years: { '25': { off: [], makeup: [] } } }, 'calendar.bad-year', '/years/25'],
    ['a year out of range', { version: 'x', years: { '3025': { off: [], makeup: [] } } }, 'calendar.bad-year', '/years/3025'],
    ['a year without a list', { version: 'x', years: { '2025': { off: [] } } }, 'data.missing', '/years/2025'],
    ['a date that does not exist', year(['2025-02-29']), 'data.no-such-date', '/years/2025/off/0'],
    ['a date that is a number', year([20250101]), 'data.wrong-type', '/years/2025/off/0'],
    ['a date of another year', year(['2024-01-01']), 'calendar.other-year', '/years/2025/off/0'],
    ['a date given twice', year(['2025-01-01', '2025-01-01']), 'calendar.twice', '/years/2025/off/1'],
    ['a Saturday off', year(['2025-01-04']), 'calendar.off-on-weekend', '/years/2025/off/0'],
    ['a Sunday off', year(['2025-01-05']), 'calendar.off-on-weekend', '/years/2025/off/0'],
    ['a Friday worked in lieu', year([], ['2025-01-03']), 'calendar.makeup-on-weekday', '/years/2025/makeup/0'],
    ['a weekday both off and worked', year(['2025-01-03'], ['2025-01-03']), 'calendar.off-and-makeup', '/years/2025/off/0'],
    ['a Saturday both off and worked', year(['2025-01-04'], ['2025-01-04']), 'calendar.off-and-makeup', '/years/2025/off/0'],
    ['more days than a year has', year(Array.from({ length: 367 }, () => '2025-01-01')), 'data.too-large', '/years/2025/off'],
  ])('says where it has %s', (_, json, ...problem) => {
    expect(told(json)).toEqual([problem]);
  });

  it('never throws, whatever the JSON', () => {
    const days = fc.oneof(fc.anything(), fc.array(fc.oneof(fc.constant('2025-01-01'), fc.anything())));
    fc.assert(
      fc.property(fc.anything(), days, days, (json, off, makeup) => {
        validateCalendar(json);
        validateCalendar({ version: 'x', years: { '2025': { off, makeup } } });
        validateCalendar({ version: json, years: json });
      }),
    );
  });
});

/** A day off and the Saturday worked for it, in the order of the calendar. */
const swap = (earlier: string, later: string): readonly string[] => [earlier, later];

describe('The calendar of Vietnam', () => {
  it('is sound', () => {
    expect(validateCalendar(VIETNAM_CALENDAR)).toEqual({ ok: true, calendar: VIETNAM_CALENDAR });
  });

  it('has the years 2020 to 2026, and the working days that they had', () => {
    const working = (name: string): number => {
      const { off, makeup } = VIETNAM_CALENDAR.years[name] ?? { off: [], makeup: [] };
      let days = makeup.length - off.length;
      for (let day = `${name}-01-01` as LocalDate; day.startsWith(name); day = addDays(day, 1))
        days += weekdayOf(day) <= 5 ? 1 : 0;
      return days;
    };
    expect(Object.keys(VIETNAM_CALENDAR.years).map((name) => [name, working(name)])).toEqual([
      ['2020', 252],
      ['2021', 250],
      ['2022', 249],
      ['2023', 249],
      ['2024', 251],
      ['2025', 250],
      ['2026', 249],
    ]);
  });

  it('is what would have been expected of each year before its decree, but for the swaps', () => {
    const expected = workingCalendar({ version: 'none', years: {} });
    const decreed = workingCalendar(VIETNAM_CALENDAR);
    const differing: LocalDate[] = [];
    for (let day = '2020-01-01' as LocalDate; day <= '2026-12-31'; day = addDays(day, 1))
      if (expected.isWorkingDay(day) !== decreed.isWorkingDay(day)) differing.push(day);
    expect(differing).toEqual([
      ...swap('2024-04-29', '2024-05-04'),
      ...swap('2025-04-26', '2025-05-02'),
      ...swap('2026-01-02', '2026-01-10'),
      ...swap('2026-08-22', '2026-08-31'),
    ]);
  });

  it('works a Saturday for every swapped day', () => {
    const swaps = Object.values(VIETNAM_CALENDAR.years).flatMap(({ makeup }) => makeup);
    expect(swaps).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
  });
});
