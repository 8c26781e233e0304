import { daysBetween, isLate, localDateOf, type Instant, type LocalDate } from '#engine';
import { lastSecondOf } from './mirror.js';
import type { Punctual } from './outcome-types.js';

/** Something with a due date: when the submission that stands came in, null for never. */
export interface Owed {
  readonly due: LocalDate | null;
  readonly doneAt: Instant | null;
}

/** Whether something is in as of a day; null where it has no date or its last allowed day has not come. */
export function fateOf({ due, doneAt }: Owed, until: LocalDate): 'onTime' | 'late' | 'missing' | null {
  if (due === null || due > until) return null;
  if (doneAt === null || localDateOf(doneAt) > until) return 'missing';
  return isLate({ due }, doneAt, lastSecondOf(until)) ? 'late' : 'onTime';
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

/** How late something is; undefined where it is not late, and on its very last allowed day. */
export function lateness(
  { due, doneAt }: Owed,
  until: LocalDate,
): { due: LocalDate; daysLate: number; done: boolean } | undefined {
  const fate = fateOf({ due, doneAt }, until);
  if (due === null || (fate !== 'late' && fate !== 'missing')) return undefined;
  const done = fate === 'late';
  const daysLate = daysBetween(due, done && doneAt !== null ? localDateOf(doneAt) : until);
  return daysLate > 0 ? { due, daysLate, done } : undefined;
}
