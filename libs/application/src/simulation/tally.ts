import { daysBetween, isLate, localDateOf, type ClockTime, type Instant, type LocalDate } from '#engine';
import { lastSecondOf } from './mirror.js';
import type { Punctual } from './outcome-types.js';

/** Something with a due date: when the submission that stands came in, null for never. */
export interface Owed {
  readonly due: LocalDate | null;
  /** The clock time up to which the last day counts; absent: to its end. */
  readonly time?: ClockTime | undefined;
  readonly doneAt: Instant | null;
}

/** Whether something is in as of a day; null where it has no date or its last allowed day has not come. */
export function fateOf({ due, time, doneAt }: Owed, until: LocalDate): 'onTime' | 'late' | 'missing' | null {
  if (due === null || due > until) return null;
  if (doneAt === null || localDateOf(doneAt) > until) return 'missing';
  return isLate({ due, ...(time && { time }) }, doneAt, lastSecondOf(until)) ? 'late' : 'onTime';
}

/** Counts fates; what has none is left out. */
export function tally(owed: Iterable<Owed>, until: LocalDate): Punctual {
  const counts = { onTime: 0, late: 0, missing: 0 };
  for (const each of owed) {
    const fate = fateOf(each, until);
    if (fate) counts[fate] += 1;
  }
  return { expected: counts.onTime + counts.late + counts.missing, ...counts };
}

/** How late something is, 0 days where only the hour was missed; undefined where it is not late. */
export function lateness(
  { due, time, doneAt }: Owed,
  until: LocalDate,
): { due: LocalDate; daysLate: number; done: boolean } | undefined {
  const fate = fateOf({ due, time, doneAt }, until);
  if (due === null || (fate !== 'late' && fate !== 'missing')) return undefined;
  const done = fate === 'late';
  const daysLate = daysBetween(due, done && doneAt !== null ? localDateOf(doneAt) : until);
  return daysLate > 0 || time !== undefined ? { due, daysLate, done } : undefined;
}
