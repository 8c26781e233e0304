import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AS_REGULATED, before, by, calendar, day, every, inQuarter, STANDING, within } from '../spec-builders.js';
import { assertNever, dueDate, endOfMonth } from './due-date.js';
import { addDays, dateOfDay, dayNumber } from './local-date.js';

const issuedOn = day('2022-06-30');
const due = (rule: Parameters<typeof dueDate>[0], receivedOn?: string) =>
  dueDate(rule, { issuedOn, calendar, ...(receivedOn === undefined ? {} : { receivedOn: day(receivedOn) }) });

describe('The last allowed day', () => {
  it('of “before a date” is the day before it', () => {
    expect(due(before('2022-07-05'))).toBe('2022-07-04');
    expect(due(before('2022-01-01'))).toBe('2021-12-31');
    expect(due(before('2024-03-01'))).toBe('2024-02-29');
  });

  it('of “by a date” is that day', () => expect(due(by('2022-09-30'))).toBe('2022-09-30'));

  it('of a date that the text names never moves off a Saturday, a Sunday or a holiday', () => {
    expect(due(by('2022-07-30'))).toBe('2022-07-30');
    expect(due(before('2022-07-31'))).toBe('2022-07-30');
    expect(due(by('2022-09-02'))).toBe('2022-09-02');
    expect(due(before('2022-02-02'))).toBe('2022-02-01');
  });

  it.each([
    [1, '2022-03-31'],
    [2, '2022-06-30'],
    [3, '2022-09-30'],
    [4, '2022-12-31'],
  ] as const)('of quarter %i is its last, worked or not', (quarter, last) => expect(due(inQuarter(2022, quarter))).toBe(last));

  it.each([
    ['ten days: the day of issue is not counted, and a Sunday moves on', within(10, 'day', 'issue'), '2022-07-11'],
    ['eleven days end on a Monday', within(11, 'day', 'issue'), '2022-07-11'],
    ['one day', within(1, 'day', 'issue'), '2022-07-01'],
    ['five working days', within(5, 'workday', 'issue'), '2022-07-07'],
    ['working days over National Day', within(45, 'workday', 'issue'), '2022-09-05'],
    ['one month to a Saturday', within(1, 'month', 'issue'), '2022-08-01'],
    ['eight months to the end of February', within(8, 'month', 'issue'), '2023-02-28'],
  ] as const)('of a term from issue, %s', (_, rule, last) => expect(due(rule)).toBe(last));

  it('of a term from receipt runs on the clock of whoever received', () => {
    const rule = within(10, 'day', 'receipt');
    expect(due(rule)).toBeNull();
    expect(due(rule, '2022-07-01')).toBe('2022-07-11');
    expect(due(rule, '2022-07-04')).toBe('2022-07-14');
    expect(due(within(3, 'workday', 'receipt'), '2022-07-02')).toBe('2022-07-06');
  });

  it.each([STANDING, AS_REGULATED, every('quarter')])('of %j is none', (rule) => expect(due(rule, '2022-07-01')).toBeNull());

  it('of a computed term is always worked, and no sooner than counted', () => {
    const start = fc.integer({ min: dayNumber(day('2022-01-01')), max: dayNumber(day('2025-06-30')) }).map(dateOfDay);
    const unit = fc.constantFrom('day' as const, 'workday' as const, 'month' as const);
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 90 }), unit, (from, amount, term) => {
        const last = dueDate(within(amount, term, 'receipt'), { issuedOn, receivedOn: from, calendar })!;
        expect(calendar.isWorkingDay(last)).toBe(true);
        expect(last > from).toBe(true);
        if (term === 'workday') return expect(calendar.addWorkingDays(last, -amount) <= from).toBe(true);
        if (term === 'day') expect(last >= addDays(from, amount)).toBe(true);
      }),
    );
  });

  it('of a month is known', () => {
    expect(endOfMonth(2024, 2)).toBe('2024-02-29');
    expect(endOfMonth(2022, 12)).toBe('2022-12-31');
  });

  it('is asked of no other rule', () => expect(() => assertNever('odd' as never)).toThrow('unexpected "odd"'));
});
