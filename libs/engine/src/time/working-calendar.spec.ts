import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, CALENDAR_DATA, day } from '../spec-builders.js';
import { addDays, dateOfDay, dayNumber, weekdayOf, type LocalDate } from './local-date.js';
import { workingCalendar } from './working-calendar.js';

const between = (from: string, to: string) =>
  fc.integer({ min: dayNumber(day(from)), max: dayNumber(day(to)) }).map((number) => dateOfDay(number));

const off = new Set<string>(Object.values(CALENDAR_DATA.years).flatMap((year) => year.off));
const makeup = new Set<string>(Object.values(CALENDAR_DATA.years).flatMap((year) => year.makeup));
const FIXED = ['01-01', '04-30', '05-01', '09-01', '09-02'];

/** Read from the decrees day by day, without a table. */
function isWorked(date: LocalDate): boolean {
  const isDecreed = ['2022', '2023', '2024', '2025'].includes(date.slice(0, 4));
  const isWeekend = [0, 6].includes(new Date(date).getUTCDay());
  if (makeup.has(date)) return true;
  return !isWeekend && !off.has(date) && (isDecreed || !FIXED.includes(date.slice(5)));
}

function naive(date: LocalDate, count: number): LocalDate {
  let reached = date;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, Math.sign(count));
    if (isWorked(reached)) left -= 1;
  }
  return reached;
}

describe('The working calendar', () => {
  it.each([
    ['Tet of 2022: Friday 28 January and one day', ['2022-01-28', 1, '2022-02-07']],
    ['over Tet backwards', ['2022-02-07', -1, '2022-01-28']],
    ['five days before a date after Tet', ['2022-02-08', -5, '2022-01-25']],
    ['Hung Kings of 2022, in lieu on Monday', ['2022-04-08', 1, '2022-04-12']],
    ['30 April 2022, a Saturday, in lieu', ['2022-04-29', 1, '2022-05-04']],
    ['National Day of 2022', ['2022-08-31', 1, '2022-09-05']],
    ['the working Saturday of 4 May 2024', ['2024-05-03', 1, '2024-05-04']],
    ['after the working Saturday', ['2024-05-04', 1, '2024-05-06']],
    ['the Monday given for it', ['2024-04-26', 1, '2024-05-02']],
    ['the working Saturday of 26 April 2025', ['2025-04-25', 1, '2025-04-26']],
    ['the Friday given for it', ['2025-04-29', 1, '2025-05-05']],
    ['from a Sunday', ['2022-07-03', 1, '2022-07-04']],
    ['back from a Sunday', ['2022-07-03', -1, '2022-07-01']],
    ['no days: the date itself, worked or not', ['2022-07-03', 0, '2022-07-03']],
  ] as const)('counts %s', (_, [from, count, to]) => expect(calendar.addWorkingDays(day(from), count)).toBe(to));

  it('agrees with counting day by day, forwards and backwards', () => {
    fc.assert(
      fc.property(between('2019-01-01', '2029-12-31'), fc.integer({ min: -300, max: 300 }), (from, count) => {
        expect(calendar.addWorkingDays(from, count)).toBe(naive(from, count));
      }),
      { numRuns: 400 },
    );
  });

  it('knows each day of twelve years as the decrees do', () => {
    const all = Array.from({ length: 12 * 365 }, (_, number) => addDays(day('2019-01-01'), number));
    expect(all.filter((date) => calendar.isWorkingDay(date) !== isWorked(date))).toEqual([]);
  });

  it('undoes itself from a working day', () => {
    fc.assert(
      fc.property(between('2021-01-01', '2027-12-31'), fc.integer({ min: 0, max: 400 }), (from, count) => {
        const start = calendar.rollForward(from);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(start, count), -count)).toBe(start);
      }),
    );
  });

  it('answers the same whichever years it was asked about before', () => {
    const wide = workingCalendar(CALENDAR_DATA);
    for (const edge of ['1990-01-01', '2070-12-31']) wide.addWorkingDays(day(edge), 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(between('2000-01-01', '2060-12-31'), fc.integer({ min: -600, max: 600 }))), (questions) => {
        const grown = workingCalendar(CALENDAR_DATA);
        const answers = questions.map(([from, count]) => grown.addWorkingDays(from, count));
        expect(answers).toEqual(questions.map(([from, count]) => wide.addWorkingDays(from, count)));
      }),
      { numRuns: 20 },
    );
  });

  it('works to the edges of its years, and says where it ends', () => {
    expect(calendar.addWorkingDays(day('1900-01-05'), 1)).toBe(naive(day('1900-01-05'), 1));
    expect(calendar.addWorkingDays(day('2200-12-30'), 1)).toBe('2200-12-31');
    expect(() => calendar.addWorkingDays(day('1900-01-05'), -30)).toThrow(RangeError);
    expect(() => calendar.addWorkingDays(day('2200-12-30'), 30)).toThrow(RangeError);
  });

  it('rolls forward to a working day, and leaves one where it is', () => {
    expect(calendar.rollForward(day('2022-07-30'))).toBe('2022-08-01');
    expect(calendar.rollForward(day('2022-01-29'))).toBe('2022-02-07');
    expect(calendar.rollForward(day('2024-05-04'))).toBe('2024-05-04');
    expect(calendar.rollForward(day('2022-07-04'))).toBe('2022-07-04');
  });

  it('holds years without a decree for provisional: weekends and fixed holidays', () => {
    expect(['2021-12-31', '2022-01-01', '2025-12-31', '2026-01-01'].map((date) => calendar.isProvisional(day(date)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const projected = Array.from({ length: 365 }, (_, number) => addDays(day('2027-01-01'), number));
    const holidays = projected.filter((date) => weekdayOf(date) <= 5 && !calendar.isWorkingDay(date));
    expect(holidays).toEqual(['2027-01-01', '2027-04-30', '2027-09-01', '2027-09-02']);
  });

  it('takes a day given as worked for worked, though it is also given as off', () => {
    const years = { 2022: { off: [day('2022-07-09')], makeup: [day('2022-07-09')] } };
    expect(workingCalendar({ version: 'x', years }).isWorkingDay(day('2022-07-09'))).toBe(true);
  });
});
