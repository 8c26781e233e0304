import { describe, expect, it } from '@jest/globals';
import type { DeadlineRule } from '../ir/deadline-rule.js';
import { day } from '../spec-builders.js';
import { recurrences } from './recurrence.js';
import { spansOf } from './spans.js';

type Recurring = DeadlineRule & { readonly kind: 'recurring' };
const [issuedOn, horizon] = [day('2022-06-30'), day('2022-12-31')];
const of = (rule: Omit<Recurring, 'kind'>, until = horizon): readonly string[] =>
  recurrences({ kind: 'recurring', ...rule }, issuedOn, until).map(({ label, due }) => `${label} ${due}`);
const time = (text: string) => text as NonNullable<Recurring['times']>[number];

describe('Recurring work', () => {
  it('is due at the end of each whole period where nothing else is said', () => {
    expect(of({ every: 'half' })).toEqual(['2022-H2 2022-12-31']);
    expect(of({ every: 'week' }, day('2022-07-17'))).toEqual(['2022-W27 2022-07-10', '2022-W28 2022-07-17']);
    expect(of({ every: 'day' }, day('2022-07-01'))).toEqual(['2022-06-30 2022-06-30', '2022-07-01 2022-07-01']);
  });

  it('on a day of the month is due that day, or the day before where it says before', () => {
    const at = { kind: 'month-day', day: 31, of: 'last' } as const;
    expect(of({ every: 'month', at: { ...at, exclusive: false } }, day('2022-09-30'))).toEqual([
      '2022-07 2022-07-31',
      '2022-08 2022-08-31',
      '2022-09 2022-09-30',
    ]);
    expect(of({ every: 'quarter', at: { ...at, day: 5, of: 'next', exclusive: true } })).toEqual([
      '2022-Q3 2022-10-04',
      '2022-Q4 2023-01-04',
    ]);
  });

  it('before a clock time is due on that very day, once for each time', () => {
    const at = { kind: 'weekday', weekday: 5, exclusive: true } as const;
    expect(of({ every: 'week', at, times: [time('16:00')] }, day('2022-07-10'))).toEqual(['2022-W27 2022-07-08']);
    expect(of({ every: 'week', at }, day('2022-07-10'))).toEqual(['2022-W27 2022-07-07']);
    expect(of({ every: 'day', times: [time('09:00'), time('16:00')] }, day('2022-06-30'))).toEqual([
      '2022-06-30T09:00 2022-06-30',
      '2022-06-30T16:00 2022-06-30',
    ]);
  });

  it('on days of the year counts from the day after the issue to the horizon', () => {
    const dates = [
      { month: 11, day: 15 },
      { month: 6, day: 30 },
      { month: 2, day: 30 },
    ];
    const at = { kind: 'dates', dates, exclusive: false } as const;
    expect(of({ every: 'year', at }, day('2023-03-31'))).toEqual(['2022-11-15 2022-11-15', '2023-02-28 2023-02-28']);
  });

  it('in a season is due at its end, in whole seasons only, over the turn of the year too', () => {
    const season = (from: number, until: number, end: string) =>
      of({ every: 'year', at: { kind: 'season', from, until } }, day(end));
    expect(season(12, 12, '2023-12-31')).toEqual(['2022-12 2022-12-31', '2023-12 2023-12-31']);
    expect(season(3, 11, '2023-12-31')).toEqual(['2023-03..11 2023-11-30']);
    expect(season(11, 2, '2023-12-31')).toEqual(['2022-11..02 2023-02-28']);
  });

  it('that waits for an event has occurrences and no dates', () => {
    expect(of({ every: 'quarter', event: 'nhận kế hoạch' })).toEqual(['2022-Q3 null', '2022-Q4 null']);
  });
});

describe('The weeks of a year', () => {
  it('are those whose Thursday lies in it', () => {
    const labels = (year: number) => spansOf('week', year).map(({ label, from }) => `${label} ${from}`);
    expect(labels(2020)).toHaveLength(53);
    expect([labels(2020).at(-1), labels(2021)[0], labels(2025)[0]]).toEqual([
      '2020-W53 2020-12-28',
      '2021-W01 2021-01-04',
      '2025-W01 2024-12-30',
    ]);
  });
});
