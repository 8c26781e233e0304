import { describe, expect, it } from '@jest/globals';
import type { ClockTime, Instant, LocalDate } from '#engine';
import { fateOf, lateness, tally } from './tally.js';

const day = (text: string): LocalDate => text as LocalDate;
const at = (text: string): Instant => `${text}+07:00` as Instant;
const UNTIL = day('2022-12-31');

describe('What is owed', () => {
  it.each([
    ['without a date', null, null, null],
    ['not due yet', '2023-01-01', null, null],
    ['done before it is due', '2023-01-01', '2022-12-01T08:00:00', null],
    ['in on the last second of the last day', '2022-07-04', '2022-07-04T23:59:59', 'onTime'],
    ['in a second later', '2022-07-04', '2022-07-05T00:00:00', 'late'],
    ['in after the day looked at', '2022-07-04', '2023-01-01T08:00:00', 'missing'],
    ['not in on the very last day', '2022-12-31', null, 'missing'],
    ['not in', '2022-07-04', null, 'missing'],
  ])('%s', (_, due, doneAt, fate) => {
    expect(fateOf({ due: due === null ? null : day(due), doneAt: doneAt === null ? null : at(doneAt) }, UNTIL)).toBe(fate);
  });

  it.each([
    ['15:59:59', 'onTime'],
    ['16:00:00', 'late'],
  ])('in at %s, of what is due at 16:00', (time, fate) => {
    const owed = { due: day('2022-07-04'), time: '16:00' as ClockTime, doneAt: at(`2022-07-04T${time}`) };
    expect(fateOf(owed, UNTIL)).toBe(fate);
    expect(lateness(owed, UNTIL)).toEqual(fate === 'late' ? { due: '2022-07-04', daysLate: 0, done: true } : undefined);
  });

  it('adds up', () => {
    const owed = [
      { due: day('2022-07-04'), doneAt: at('2022-07-04T08:00:00') },
      { due: day('2022-07-04'), doneAt: at('2022-07-08T08:00:00') },
      { due: day('2022-07-04'), doneAt: null },
      { due: null, doneAt: null },
    ];
    expect(tally(owed, UNTIL)).toEqual({ expected: 3, onTime: 1, late: 1, missing: 1 });
  });

  it('is late by calendar days, to the submission that stands or to the day looked at', () => {
    expect(lateness({ due: day('2022-07-29'), doneAt: at('2022-08-01T16:00:00') }, UNTIL)).toEqual({
      due: '2022-07-29',
      daysLate: 3,
      done: true,
    });
    expect(lateness({ due: day('2022-07-29'), doneAt: null }, day('2022-08-01'))).toEqual({
      due: '2022-07-29',
      daysLate: 3,
      done: false,
    });
    expect(lateness({ due: day('2022-07-29'), doneAt: null }, day('2022-07-29'))).toBeUndefined();
  });
});
