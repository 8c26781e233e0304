import { describe, expect, it } from '@jest/globals';
import {
  compareSteps,
  formatDate,
  formatInstant,
  formatLongDate,
  onTimeShare,
  readDate,
  readPeriod,
  readStep,
} from '../public/format.js';

describe('dates', () => {
  it.each([
    ['2022-07-05', '05/7/2022'],
    ['2022-01-31', '31/01/2022'],
    ['2022-02-09', '09/02/2022'],
    ['2022-03-10', '10/3/2022'],
    ['2022-12-15', '15/12/2022'],
  ])('writes %s as Decree 30/2020 has it: %s', (day, written) => {
    expect(formatDate(day)).toBe(written);
  });

  it.each(['', 'soon', '2022-7-5', '2022-07-05T00:00:00+07:00'])('leaves %j, which is no day, as it is', (text) => {
    expect(formatDate(text)).toBe(text);
    expect(formatLongDate(text, 'vi')).toBe(text);
  });

  it.each([
    ['05/7/2022', '2022-07-05'],
    ['5/07/2022', '2022-07-05'],
    [' 29-2-2024 ', '2024-02-29'],
  ])('reads %j', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  it.each(['', '29/2/2023', '31/11/2022', '0/1/2022', '12/31/2022', '2022-07-05', '5/7'])('takes %j for no day', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('writes a day out in both languages', () => {
    expect(formatLongDate('2022-07-05', 'vi')).toBe('ngày 05 tháng 7 năm 2022');
    expect(formatLongDate('2022-02-28', 'vi')).toBe('ngày 28 tháng 02 năm 2022');
    expect(formatLongDate('2022-07-05', 'en')).toBe('5 July 2022');
  });

  it('shows instants on the clock of Vietnam, over midnight too', () => {
    expect(formatInstant('2022-07-05T08:05:00+07:00')).toBe('08:05 05/7/2022');
    expect(formatInstant('2022-12-31T17:00:00Z')).toBe('00:00 01/01/2023');
    expect(formatInstant('later')).toBe('later');
  });
});

describe('steps of the ladder', () => {
  it('reads when they come and in which days they count', () => {
    expect(readStep('before-5wd')).toEqual({ when: 'before', amount: 5, unit: 'workday' });
    expect(readStep('after-10d')).toEqual({ when: 'after', amount: 10, unit: 'day' });
    expect(readStep('final-warning')).toBeNull();
  });

  it('puts the earliest warning first, the gravest step last, and names of their own after both', () => {
    const steps = ['after-10wd', 'final', 'after-1d', 'before-2wd', 'before-10d', 'after-5wd'];
    expect(steps.toSorted(compareSteps)).toEqual(['before-10d', 'before-2wd', 'after-1d', 'after-5wd', 'after-10wd', 'final']);
  });
});

describe('periods', () => {
  it.each([
    ['2022-Q3', 'period.quarter', { quarter: 'III', year: '2022' }],
    ['2022-07', 'period.month', { month: 7, year: '2022' }],
    ['2022-H1', 'period.half', { year: '2022' }],
    ['2022-9M', 'period.nine', { year: '2022' }],
    ['2022-Y', 'period.year', { year: '2022' }],
    ['2022', 'period.year', { year: '2022' }],
    ['the dry season', 'period.other', { label: 'the dry season' }],
  ])('reads %s as %s', (label, key, args) => {
    const read = readPeriod(label);
    expect(read.key).toBe(key);
    expect(read.args).toMatchObject(args);
  });
});

describe('share on time', () => {
  it('counts only what was due', () => {
    expect(onTimeShare({ onTime: 3, late: 1, overdue: 0 })).toBe(75);
  });

  it('is 100 only where everything was on time', () => {
    expect(onTimeShare({ onTime: 999, late: 0, overdue: 1 })).toBe(99);
    expect(onTimeShare({ onTime: 999, late: 0, overdue: 0 })).toBe(100);
  });

  it('is unknown while nothing is due', () => {
    expect(onTimeShare({ onTime: 0, late: 0, overdue: 0 })).toBeNull();
  });
});
