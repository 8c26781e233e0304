import { describe, expect, it } from '@jest/globals';
import { compareSteps, labelOf, onTimeShare, readPeriod, readStep } from '../src/format/periods.js';

describe('steps of the ladder', () => {
  it('reads when they come and in which days they count', () => {
    expect(readStep('before-5wd')).toEqual({ when: 'before', amount: 5, unit: 'workday', deed: null });
    expect(readStep('after-10d')).toEqual({ when: 'after', amount: 10, unit: 'day', deed: null });
    const demand = { when: 'after', amount: 10, unit: 'workday', deed: 'demand-explanation' };
    expect(readStep('after-10wd-demand-explanation')).toEqual(demand);
    expect(readStep('after-10wd-demand-explanation-2')).toEqual(demand);
    expect(readStep('final-warning')).toBeNull();
  });

  it('puts the earliest warning first, the gravest step last, and names of their own after both', () => {
    const steps = ['after-10wd', 'final', 'after-1d', 'before-2wd', 'before-10d', 'after-5wd'];
    expect(steps.toSorted(compareSteps)).toEqual(['before-10d', 'before-2wd', 'after-1d', 'after-5wd', 'after-10wd', 'final']);
  });
});

describe('periods', () => {
  it.each([
    ['2022-Q3', 'quarter', { quarter: 'III', year: '2022' }],
    ['2022-07', 'month', { month: 7, year: '2022' }],
    ['2022-H1', 'half', { year: '2022' }],
    ['2022-9M', 'nine', { year: '2022' }],
    ['2022-Y', 'year', { year: '2022' }],
    ['2022', 'year', { year: '2022' }],
    ['2022-H2', 'second', { year: '2022' }],
    ['2022-W27', 'week', { week: 27, year: '2022' }],
    ['2022-07-05', 'day', { day: '05/7/2022' }],
    ['final', 'final', {}],
    ['the dry season', 'other', { label: 'the dry season' }],
  ])('reads %s as %s', (label, kind, args) => {
    const read = readPeriod(label);
    expect(read.kind).toBe(kind);
    expect(read.args).toMatchObject(args);
  });
});

describe('the period of a report', () => {
  it.each([
    ['1@2026-12', 'M', '2026-12'],
    ['1@2022-9M', '9M', '2022-9M'],
    ['asked', 'Q3', '2022-Q3'],
  ])('of %s, %s, is %s', (id, period, label) => {
    expect(labelOf({ id, period, until: '2022-12-14' })).toBe(label);
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
