import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { VIETNAM_CALENDAR } from '#organisation';
import { at, day } from '../spec-builders.js';
import type { DeadlineRule, TermUnit } from '../ir/deadline-rule.js';
import { dueDate } from './due-date.js';
import { isPast } from './due-instant.js';
import { addMonths, instantOfMs, localDateOf } from './local-date.js';
import { dueOfSpan, occurrences, periodSpans, reportingPeriods } from './periods.js';
import { recurrences } from './recurrence.js';
import { spansOf } from './spans.js';
import { workingCalendar } from './working-calendar.js';

/** Mistakes that other systems of this kind have made, and that this one does not. */

const calendar = workingCalendar(VIETNAM_CALENDAR);
const term = (amount: number, unit: TermUnit, receivedOn: string): string | null =>
  dueDate(
    { kind: 'within', amount, unit, from: 'receipt' },
    { issuedOn: day('2020-01-01'), receivedOn: day(receivedOn), calendar },
  );
const dueOf = (rule: DeadlineRule): string | null => dueDate(rule, { issuedOn: day('2020-01-01'), calendar });
const workdays = (from: string, count: number): string => calendar.addWorkingDays(day(from), count);

describe('A term', () => {
  it('of one day is the next day, not eight hours of office', () => {
    expect([term(1, 'day', '2026-03-04'), term(1, 'workday', '2026-03-04')]).toEqual(['2026-03-05', '2026-03-05']);
    expect(isPast(day('2026-03-05'), undefined, at('2026-03-05 17:30'))).toBe(false);
  });

  it('of one working day received on a Friday, a Saturday or a Sunday ends on Monday', () => {
    expect(['2026-03-06', '2026-03-07', '2026-03-08'].map((date) => term(1, 'workday', date))).toEqual(
      Array.from({ length: 3 }, () => '2026-03-09'),
    );
  });

  it('in months ends on the last day of a month that has no such day, and in February of leap years on the 29th', () => {
    const monthLater = (date: string): string => addMonths(day(date), 1);
    expect(['2025-01-31', '2024-01-31', '2024-01-30', '2025-03-31', '2025-12-31'].map(monthLater)).toEqual([
      '2025-02-28',
      '2024-02-29',
      '2024-02-29',
      '2025-04-30',
      '2026-01-31',
    ]);
    expect([addMonths(day('2024-02-29'), 12), addMonths(day('2024-02-29'), 48)]).toEqual(['2025-02-28', '2028-02-29']);
  });

  it('in months counts from its start once, not month by month: 31 January and two months is 31 March', () => {
    expect(addMonths(day('2025-01-31'), 2)).toBe('2025-03-31');
    expect(addMonths(addMonths(day('2025-01-31'), 1), 1)).toBe('2025-03-28');
  });

  it('of a month is not one of thirty days', () => {
    expect([term(1, 'month', '2026-02-02'), term(30, 'day', '2026-02-02')]).toEqual(['2026-03-02', '2026-03-04']);
  });

  it('moves on over a week-end where it is computed, and stays where it is counted backward', () => {
    expect(term(2, 'day', '2026-03-05')).toBe('2026-03-09');
    const ahead = (amount: number): DeadlineRule => ({ kind: 'ahead', amount, unit: 'day', date: day('2026-03-09') });
    expect([dueOf(ahead(1)), dueOf(ahead(2))]).toEqual(['2026-03-08', '2026-03-07']);
    expect(dueOf({ ...ahead(1), dayOff: 'previous' } as DeadlineRule)).toBe('2026-03-06');
  });

  it('moves over a whole chain of days off: 13 February 2026 and a day is after Tết', () => {
    expect(term(1, 'day', '2026-02-13')).toBe('2026-02-23');
    expect(workdays('2026-02-23', -1)).toBe('2026-02-13');
  });

  it('over 30 April and 1 May 2023, with the Hùng Kings on a Saturday before, goes to 4 May', () => {
    expect([term(1, 'day', '2023-04-28'), workdays('2023-04-28', 1)]).toEqual(['2023-05-04', '2023-05-04']);
  });
});

describe('Days off', () => {
  const isWorked = (...dates: readonly string[]): readonly boolean[] => dates.map((date) => calendar.isWorkingDay(day(date)));

  it('are given back where they fall on a weekly day off', () => {
    expect(isWorked('2022-01-03', '2022-04-11', '2022-05-02', '2022-05-03', '2026-04-27')).not.toContain(true);
  });

  it('that are swapped make a Saturday a working day: 26/4/2025, 10/1/2026, 22/8/2026', () => {
    expect(isWorked('2025-04-26', '2026-01-10', '2026-08-22')).not.toContain(false);
    expect(isWorked('2025-05-02', '2026-01-02', '2026-08-31')).not.toContain(true);
    expect([workdays('2025-04-25', 1), workdays('2025-04-28', -1), workdays('2026-01-09', 1), workdays('2026-08-21', 2)]).toEqual(
      ['2025-04-26', '2025-04-26', '2026-01-10', '2026-08-24'],
    );
    expect(term(1, 'day', '2026-01-09')).toBe('2026-01-10');
  });

  it('follow the moon: Tết and the Hùng Kings of years not decreed yet', () => {
    expect(isWorked('2027-02-08', '2027-04-16', '2028-01-26', '2028-04-04', '2030-02-04')).not.toContain(true);
  });

  it('have 24 November from 2026 on, and not before', () => {
    expect(isWorked('2025-11-24', '2026-11-24', '2027-11-24', '2028-11-24')).toEqual([true, false, false, false]);
    expect(isWorked('2029-11-26')).toEqual([false]);
  });
});

describe('A day', () => {
  it('is that of Vietnam: 17:00 UTC begins the next one', () => {
    const days = [Date.UTC(2026, 2, 4, 16, 59, 59), Date.UTC(2026, 2, 4, 17)].map((ms) => localDateOf(instantOfMs(ms)));
    expect(days).toEqual(['2026-03-04', '2026-03-05']);
  });

  it('that is the last one is not locked in its morning, nor taken at its 00:00', () => {
    const times = ['00:00', '08:00', '23:59'].map((time) => isPast(day('2026-03-05'), undefined, at(`2026-03-05 ${time}`)));
    expect(times).toEqual([false, false, false]);
    expect(isPast(day('2026-03-05'), undefined, at('2026-03-06'))).toBe(true);
  });
});

describe('A period', () => {
  it('of a week belongs to the year of its Thursday; 2020 and 2026 have 53', () => {
    expect([2020, 2021, 2025, 2026].map((year) => spansOf('week', year).length)).toEqual([53, 52, 52, 53]);
    const weeks = occurrences('week', day('2020-12-28'), day('2021-01-10')).map(({ label }) => label);
    expect(weeks).toEqual(['2020-W53', '2021-W01']);
  });

  it('shorter than thirty days is whole all the same: February has its report, and every month but one a year', () => {
    const regime = { periods: ['M'] as const, due: { day: 30, exclusive: false } };
    const reports = reportingPeriods(regime, day('2025-12-31'), day('2026-12-31'));
    expect(reports).toHaveLength(12);
    expect(reports[1]).toMatchObject({ label: '2026-02', from: '2026-01-15', until: '2026-02-14', due: '2026-02-28' });
  });

  it('over the turn of the year begins in the December before, and "before the 1st" ends in the year before', () => {
    const [report] = reportingPeriods(
      { periods: ['Q1'], due: { day: 15, exclusive: true } },
      day('2025-12-31'),
      day('2026-12-31'),
    );
    expect(report).toMatchObject({ from: '2025-12-15', until: '2026-03-14', due: '2026-03-14' });
    const yearly = { kind: 'dates', dates: [{ month: 1, day: 1 }], exclusive: true } as const;
    const found = recurrences({ kind: 'recurring', every: 'year', at: yearly }, day('2026-06-30'), day('2026-12-31'));
    expect(found.map(({ label, due }) => `${label} ${due}`)).toEqual(['2027-01-01 2026-12-31']);
  });

  it('other than a week is due on its first such weekday, not so many days after its first', () => {
    const friday = { kind: 'weekday', weekday: 5, exclusive: false } as const;
    const months = recurrences({ kind: 'recurring', every: 'month', at: friday }, day('2026-01-01'), day('2026-03-31'));
    expect(months.map(({ due }) => due)).toEqual(['2026-01-02', '2026-02-06', '2026-03-06']);
    const quarters = periodSpans('Q2', 2026).map((span) => dueOfSpan(span, { day: 0, weekday: 1, exclusive: true, of: 'next' }));
    expect(quarters).toEqual(['2026-07-05']);
  });
});

/** Loads the engine's own sources, whose imports name the files that they compile to. */
const LOADER = `
  import { registerHooks } from 'node:module';
  registerHooks({
    resolve: (name, context, next) => next(name.startsWith('.') ? name.replace(/\\.js$/, '.ts') : name, context),
  });
  const time = '${new URL('.', import.meta.url).href}';
  const { dueDate } = await import(time + 'due-date.ts');
  const { recurrences } = await import(time + 'recurrence.ts');
  const { workingCalendar } = await import(time + 'working-calendar.ts');
  const { isPast } = await import(time + 'due-instant.ts');`;

/** Days on which clocks change in New York, on which Samoa had no day at all, and on which a year turns. */
const ODD_DAYS = ['2011-12-29', '2011-12-30', '2026-03-07', '2026-03-08', '2026-11-01', '2026-12-31', '2027-01-01'];

describe('The time zone of the machine', () => {
  it('changes no date: not on the days on which clocks change, nor where a day was left out', () => {
    const calendarOf = JSON.stringify(VIETNAM_CALENDAR);
    const script = `${LOADER}
      const calendar = workingCalendar(${calendarOf});
      const friday = { kind: 'recurring', every: 'week', at: { kind: 'weekday', weekday: 5, exclusive: true } };
      console.log(JSON.stringify(${JSON.stringify(ODD_DAYS)}.map((receivedOn) => [
        ...['day', 'workday', 'month', 'year', 'hour', 'workhour'].map((unit) =>
          dueDate({ kind: 'within', amount: 1, unit, from: 'receipt' }, { issuedOn: receivedOn, receivedOn, calendar })),
        recurrences(friday, receivedOn, '2027-01-31').slice(0, 1).map(({ due }) => due).join(),
        isPast(receivedOn, undefined, receivedOn + 'T23:59:59+07:00'),
      ])));`;
    const run = (TZ: string): unknown => {
      const options = { env: { TZ, LC_ALL: 'vi_VN.UTF-8' }, encoding: 'utf8' } as const;
      return JSON.parse(execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script], options));
    };
    const friday = { kind: 'weekday', weekday: 5, exclusive: true } as const;
    const here = ODD_DAYS.map((date) => [
      ...(['day', 'workday', 'month', 'year', 'hour', 'workhour'] as const).map((unit) => term(1, unit, date)),
      recurrences({ kind: 'recurring', every: 'week', at: friday }, day(date), day('2027-01-31'))[0]?.due ?? '',
      false,
    ]);
    expect(['UTC', 'America/New_York', 'Pacific/Apia', 'Asia/Ho_Chi_Minh'].map(run)).toEqual([here, here, here, here]);
    expect(here[3]?.slice(0, 2)).toEqual(['2026-03-09', '2026-03-09']);
  });
});
