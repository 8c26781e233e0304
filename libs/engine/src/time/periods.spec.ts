import { describe, expect, it } from '@jest/globals';
import { day, REGIME } from '../spec-builders.js';
import { occurrences, periodicDueDate, reportingPeriods } from './periods.js';

const [issuedOn, horizon] = [day('2022-06-30'), day('2022-12-31')];

describe('Occurrences of recurring work', () => {
  it('begin with the first whole period after issue: two quarters of a plan of 30 June', () => {
    expect(occurrences('quarter', issuedOn, horizon)).toEqual([
      { label: '2022-Q3', from: '2022-07-01', until: '2022-09-30' },
      { label: '2022-Q4', from: '2022-10-01', until: '2022-12-31' },
    ]);
  });

  it('take in the period that begins on the day of issue, and not the one begun the day before', () => {
    const first = (date: string) => occurrences('quarter', day(date), horizon)[0]?.label;
    expect([first('2022-07-01'), first('2022-07-02')]).toEqual(['2022-Q3', '2022-Q4']);
  });

  it('end by the horizon', () => {
    const labels = (until: string) => occurrences('quarter', issuedOn, day(until)).map(({ label }) => label);
    expect(labels('2022-09-29')).toEqual([]);
    expect(labels('2022-09-30')).toEqual(['2022-Q3']);
    expect(labels('2023-03-31')).toEqual(['2022-Q3', '2022-Q4', '2023-Q1']);
  });

  it('come by month and by year too', () => {
    expect(occurrences('month', day('2023-12-15'), day('2024-02-29'))).toEqual([
      { label: '2024-01', from: '2024-01-01', until: '2024-01-31' },
      { label: '2024-02', from: '2024-02-01', until: '2024-02-29' },
    ]);
    expect(occurrences('year', issuedOn, day('2024-12-31')).map(({ label }) => label)).toEqual(['2023', '2024']);
  });
});

describe('Reporting periods', () => {
  it('of a plan of 30 June are nine months and the year, in order, with their windows', () => {
    const begins = '2022-01-01';
    expect(reportingPeriods(REGIME, issuedOn, horizon)).toEqual([
      { period: '9M', year: 2022, label: '2022-9M', from: '2021-12-15', until: '2022-09-14', due: '2022-09-14', begins },
      { period: 'Y', year: 2022, label: '2022-Y', from: '2021-12-15', until: '2022-12-14', due: '2022-12-14', begins },
    ]);
  });

  it('leave out one due on the day of issue, and take in one due the day after', () => {
    const first = (date: string) => reportingPeriods(REGIME, day(date), horizon)[0]?.period;
    expect([first('2022-06-13'), first('2022-06-14'), first('2022-03-13')]).toEqual(['H1', '9M', 'Q1']);
  });

  it('go on to the horizon', () => {
    const labels = (until: string) =>
      reportingPeriods(REGIME, issuedOn, day(until)).map(({ period, year }) => `${year}-${period}`);
    expect(labels('2022-12-13')).toEqual(['2022-9M']);
    expect(labels('2023-06-14')).toEqual(['2022-9M', '2022-Y', '2023-Q1', '2023-H1']);
  });

  it('come in the order of their due dates, however the text lists them', () => {
    const listed = { ...REGIME, periods: ['Y', '9M', 'Q1'] as const };
    expect(reportingPeriods(listed, day('2022-01-01'), horizon).map(({ period }) => period)).toEqual(['Q1', '9M', 'Y']);
  });

  it('cut data off on the 14th, or on the due date where that comes first', () => {
    const until = (dayOfMonth: number, exclusive: boolean) =>
      reportingPeriods({ periods: ['9M'], due: { day: dayOfMonth, exclusive } }, issuedOn, horizon)[0]?.until;
    expect([until(15, true), until(20, false), until(10, false), until(10, true)]).toEqual([
      '2022-09-14',
      '2022-09-14',
      '2022-09-10',
      '2022-09-09',
    ]);
  });

  it('are due on the last day of a month that has no such day', () => {
    expect(periodicDueDate('H1', 2022, { day: 31, exclusive: false })).toBe('2022-06-30');
    expect(periodicDueDate('H1', 2022, { day: 31, exclusive: true })).toBe('2022-06-29');
    expect(periodicDueDate('Q1', 2022, { day: 1, exclusive: true })).toBe('2022-02-28');
  });
});
