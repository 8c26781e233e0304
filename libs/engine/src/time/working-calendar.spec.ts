import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, CALENDAR_DATA, day } from '../spec-builders.js';
import { addDays, dateOfDay, dayNumber, weekdayOf } from './local-date.js';
import { Almanac } from './oracle/almanac.js';
import { workingCalendar } from './working-calendar.js';

const between = (from: string, to: string) =>
  fc.integer({ min: dayNumber(day(from)), max: dayNumber(day(to)) }).map((number) => dateOfDay(number));

const almanac = new Almanac(CALENDAR_DATA.years);

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
      fc.property(between('2020-07-01', '2028-06-30'), fc.integer({ min: -300, max: 300 }), (from, count) => {
        const counted = almanac.workedAfter(almanac.position(from), count);
        expect(calendar.addWorkingDays(from, count)).toBe(almanac.line(counted).text);
      }),
      { numRuns: 400 },
    );
  });

  it('knows each day of eleven years, as decreed or, where no decree covers them, by the law', () => {
    const wrong = almanac.days.filter(({ text, isWorked }) => calendar.isWorkingDay(day(text)) !== isWorked);
    expect(wrong.map(({ text }) => text)).toEqual([]);
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
    expect(calendar.addWorkingDays(day('1900-01-05'), 1)).toBe('1900-01-08');
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

  it('holds years without a decree for provisional: weekends and the holidays of the law, lunar ones too', () => {
    expect(['2021-12-31', '2022-01-01', '2025-12-31', '2026-01-01'].map((date) => calendar.isProvisional(day(date)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const projected = Array.from({ length: 365 }, (_, number) => addDays(day('2027-01-01'), number));
    const holidays = projected.filter((date) => weekdayOf(date) <= 5 && !calendar.isWorkingDay(date));
    expect(holidays.map((date) => date.slice(5)).join(' ')).toBe(
      '01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24',
    );
  });

  it('takes a day given as worked for worked, though it is also given as off', () => {
    const years = { 2022: { off: [day('2022-07-09')], makeup: [day('2022-07-09')] } };
    expect(workingCalendar({ version: 'x', years }).isWorkingDay(day('2022-07-09'))).toBe(true);
  });
});
