import { describe, expect, it } from '@jest/globals';
import type { ClockTime } from '../ir/deadline-rule.js';
import { at, day } from '../spec-builders.js';
import { isPast, lastInstant } from './due-instant.js';
import { instantOfMs, parseInstant, type Instant } from './local-date.js';

const FOUR = '16:00' as ClockTime;
const due = day('2022-07-15');
const seconds = (text: string): Instant => parseInstant(`${text}+07:00`)!;

describe('A deadline ends', () => {
  it('at 24:00 of its last day, which is 00:00 of the next, over the turn of the year too', () => {
    expect(lastInstant(due, undefined)).toBe('2022-07-16T00:00:00+07:00');
    expect(lastInstant(day('2024-02-28'), undefined)).toBe('2024-02-29T00:00:00+07:00');
    expect(lastInstant(day('2022-12-31'), undefined)).toBe('2023-01-01T00:00:00+07:00');
  });

  it('at its clock time where it has one', () => {
    expect(lastInstant(due, FOUR)).toBe('2022-07-15T16:00:00+07:00');
    expect(lastInstant(due, '00:00' as ClockTime)).toBe('2022-07-15T00:00:00+07:00');
  });
});

describe('A deadline is past', () => {
  it.each([
    ['in the morning of its last day: a day is not locked before it ends', undefined, ['2022-07-15T00:00:00', false]],
    ['in the last second of its last day', undefined, ['2022-07-15T23:59:59', false]],
    ['at 00:00 of the next day', undefined, ['2022-07-16T00:00:00', true]],
    ['a second before its clock time', FOUR, ['2022-07-15T15:59:59', false]],
    ['at its clock time', FOUR, ['2022-07-15T16:00:00', true]],
    ['in the evening of the day before, by the clock', FOUR, ['2022-07-14T23:59:59', false]],
    ['in the evening after its clock time', FOUR, ['2022-07-15T20:00:00', true]],
  ] as const)('or not, %s', (_, time, [instant, past]) => expect(isPast(due, time, seconds(instant))).toBe(past));

  it('by the midnight of Vietnam, not by that of UTC', () => {
    const lastSecond = instantOfMs(Date.UTC(2022, 6, 15, 16, 59, 59));
    expect([isPast(due, undefined, lastSecond), isPast(due, undefined, instantOfMs(Date.UTC(2022, 6, 15, 17)))]).toEqual([
      false,
      true,
    ]);
    expect(isPast(due, undefined, at('2022-07-16'))).toBe(true);
  });
});
