import { describe, expect, it } from '@jest/globals';
import type { DeadlineRule } from '../ir/deadline-rule.js';
import { calendar, day } from '../spec-builders.js';
import { dueDate, estimatedDate, isUndated } from './due-date.js';

const context = { issuedOn: day('2022-06-30'), receivedOn: day('2022-07-01'), calendar };
const due = (rule: DeadlineRule): string | null => dueDate(rule, context);
const ofTerm = (amount: number, unit: (DeadlineRule & { kind: 'within' })['unit']) =>
  due({ kind: 'within', amount, unit, from: 'receipt' });

describe('The last allowed day', () => {
  it('before a day is that day where the plan takes it in, or where a clock time says when', () => {
    const rule = { kind: 'before', date: day('2022-07-15') } as const;
    expect(due(rule)).toBe('2022-07-14');
    expect(due({ ...rule, inclusive: true })).toBe('2022-07-15');
    expect(due({ ...rule, time: '16:00' as never })).toBe('2022-07-15');
  });

  it('of a window is its end', () => {
    expect(due({ kind: 'window', from: day('2022-10-01'), until: day('2023-06-30') })).toBe('2023-06-30');
  });

  it('moves from a day off only where the plan says so, or the term is computed', () => {
    const saturday = { kind: 'by', date: day('2022-07-30') } as const;
    expect(due(saturday)).toBe('2022-07-30');
    expect(due({ ...saturday, dayOff: 'next' })).toBe('2022-08-01');
    expect(due({ ...saturday, dayOff: 'previous' })).toBe('2022-07-29');
    const term = { kind: 'after', amount: 1, unit: 'day', date: day('2022-07-29') } as const;
    expect(due(term)).toBe('2022-08-01');
    expect(due({ ...term, dayOff: 'none' })).toBe('2022-07-30');
  });

  it('backward is never moved', () => {
    const ahead = (amount: number, unit: 'day' | 'workday') => due({ kind: 'ahead', amount, unit, date: day('2022-09-05') });
    expect(ahead(1, 'day')).toBe('2022-09-04');
    expect(ahead(1, 'workday')).toBe('2022-08-31');
  });

  it('counts weeks, years and hours', () => {
    expect(ofTerm(2, 'week')).toBe('2022-07-15');
    expect(ofTerm(1, 'year')).toBe('2023-07-03');
    expect([ofTerm(16, 'workhour'), ofTerm(8, 'workhour'), ofTerm(9, 'workhour')]).toEqual([
      '2022-07-05',
      '2022-07-04',
      '2022-07-05',
    ]);
    expect([ofTerm(24, 'hour'), ofTerm(96, 'hour')]).toEqual(['2022-07-04', '2022-07-05']);
  });

  it('of work that goes on afterwards is that of its first part', () => {
    const first = { kind: 'quarter', year: 2023, quarter: 1 } as const;
    expect(due({ kind: 'then', first, next: { kind: 'standing' } })).toBe('2023-03-31');
  });

  it.each<DeadlineRule>([
    { kind: 'on-event', event: 'e', direction: 'after', term: { amount: 0, unit: 'day' } },
    { kind: 'until-event', from: day('2022-07-01'), event: 'e' },
    { kind: 'on-request' },
    { kind: 'provisional', estimate: { kind: 'by', date: day('2022-08-15') } },
    { kind: 'standing', from: day('2022-07-01') },
    { kind: 'as-regulated', reference: null, basis: 'schedule' },
  ])('is unknown for $kind', (rule) => {
    expect(isUndated(rule)).toBe(true);
    expect(due(rule)).toBeNull();
  });

  it('is only estimated where it is provisional', () => {
    const by = { kind: 'by', date: day('2022-08-15') } as const;
    expect(estimatedDate({ kind: 'provisional', estimate: by }, context)).toBe('2022-08-15');
    expect(estimatedDate(by, context)).toBeNull();
  });
});
