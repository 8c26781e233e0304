import { describe, expect, it } from '@jest/globals';
import type { Timeliness } from '#contracts';
import { type Owed, timeliness } from '#read-models';

const NOW = '2022-07-05T08:00:00+07:00';
const owed = (facts: Partial<Owed>): Owed => ({
  due: '2022-07-04',
  status: 'assigned',
  submittedAt: null,
  ...facts,
});
const at = (day: string, time = '23:59:59'): string => `2022-07-${day}T${time}+07:00`;

describe('When an obligation is judged', () => {
  it.each<[string, Partial<Owed>, Timeliness, number]>([
    ['still has its last day', { due: '2022-07-05' }, 'not-due', 0],
    ['let its last day pass', {}, 'overdue', 1],
    ['was handed in on its last day', { status: 'submitted', submittedAt: at('04') }, 'on-time', 0],
    ['was handed in a second later', { status: 'submitted', submittedAt: at('05', '00:00:00') }, 'late', 1],
    [
      'was handed in before its clock time',
      { dueTime: '16:00', status: 'submitted', submittedAt: at('04', '15:59:59') },
      'on-time',
      0,
    ],
    ['was handed in at its clock time', { dueTime: '16:00', status: 'submitted', submittedAt: at('04', '16:00:00') }, 'late', 0],
    ['let its clock time pass today', { due: '2022-07-05', dueTime: '07:30' }, 'overdue', 0],
    ['still has hours', { due: '2022-07-05', dueTime: '16:00' }, 'not-due', 0],
    ['was accepted long after it was handed in on time', { status: 'completed', submittedAt: at('01') }, 'on-time', 0],
    ['was returned, and is open again', { status: 'returned', submittedAt: at('01') }, 'overdue', 1],
    ['came in after the moment of the question', { status: 'submitted', submittedAt: at('09') }, 'overdue', 1],
    ['has no date: standing, as regulated, or not yet running', { due: null }, 'no-deadline', 0],
    ['has no date and is done all the same', { due: null, status: 'completed', submittedAt: at('01') }, 'no-deadline', 0],
    ['was cancelled', { status: 'cancelled' }, 'no-deadline', 0],
    ['was transferred', { status: 'transferred' }, 'no-deadline', 0],
    ['has its clock stopped', { status: 'suspended' }, 'no-deadline', 0],
  ])('that %s', (...[, facts, judged, daysLate]) => {
    expect(timeliness(owed(facts), NOW)).toEqual({ timeliness: judged, daysLate });
  });

  it('counts the days of lateness over ends of months', () => {
    expect(
      timeliness(owed({ due: '2022-02-27', status: 'submitted', submittedAt: '2022-03-02T08:00:00+07:00' }), NOW).daysLate,
    ).toBe(3);
  });
});
