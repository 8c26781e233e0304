import type { Timeliness } from '#contracts';
import { isPast, type ClockTime, type Instant, type LocalDate } from '#engine';

/** What judging an obligation needs; items, reports and duties all have it. */
export interface Owed {
  readonly due: string | null;
  /** Clock time of the last day, `HH:MM`; null or absent: to its end. */
  readonly dueTime?: string | null;
  readonly status: string;
  /** Of the submission that stands, an instant; for a duty, when it was fulfilled. */
  readonly submittedAt: string | null;
}

/** How an obligation stands at a moment, and by how many days it is or was late (0 where it is not, or by hours only). */
export interface Judged {
  readonly timeliness: Timeliness;
  readonly daysLate: number;
}

const CLOSED: ReadonlySet<string> = new Set(['cancelled', 'transferred', 'suspended']);
const DONE: ReadonlySet<string> = new Set(['submitted', 'completed', 'accepted', 'fulfilled']);
const DAY_MS = 86_400_000;

/**
 * How an obligation stands at `asOf` (an instant). Done by the last allowed moment is on time, even where acceptance took
 * longer; a returned submission is open again; what came in after the day of `asOf` was not in yet. Work without a date
 * (standing, as regulated and unresolved, not yet running) and what is cancelled, transferred or suspended have no deadline
 * to keep, and count neither as on time nor as late.
 */
export function timeliness(owed: Owed, asOf: string): Judged {
  const { due, status, submittedAt } = owed;
  if (due === null || CLOSED.has(status)) return { timeliness: 'no-deadline', daysLate: 0 };
  const done = DONE.has(status) && submittedAt !== null && submittedAt.slice(0, 10) <= asOf.slice(0, 10);
  const judgedAt = done ? submittedAt : asOf;
  const isLate = isPast(due as LocalDate, (owed.dueTime ?? undefined) as ClockTime | undefined, judgedAt as Instant);
  const daysLate = daysBetween(due, judgedAt);
  if (done) return { timeliness: isLate ? 'late' : 'on-time', daysLate };
  return { timeliness: isLate ? 'overdue' : 'not-due', daysLate };
}

/** Whole days from a day to the day of an instant; 0 where it is not later. */
const daysBetween = (day: string, instant: string): number =>
  Math.max(0, (Date.parse(`${instant.slice(0, 10)}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY_MS);
