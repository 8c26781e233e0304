import type { ReportRate } from '#contracts';
import { timeliness, type Owed } from './timeliness.js';

/** How many reports were owed by now, came in, and came in on time. */
export interface RateCounts {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
}

export const NO_REPORTS: RateCounts = { expected: 0, received: 0, onTime: 0 };

/** What rates need to know of a report besides. */
export interface RatedReport extends Owed {
  readonly consolidated: boolean;
  /** When its unit ceased to be, an instant; null while it exists. */
  readonly unitEndedAt: string | null;
}

/**
 * Counts reports whose last allowed moment has passed at `asOf`. Not counted: consolidations, what was cancelled or went to
 * another unit, what has no date, and what was due only once its unit was no more. Each counted report is received or not, and
 * on time only if received: both rates lie between 0 and 100 %.
 */
export function rateCounts(reports: Iterable<RatedReport>, asOf: string): RateCounts {
  let [expected, received, onTime] = [0, 0, 0];
  for (const report of reports) {
    const { due, consolidated, unitEndedAt } = report;
    if (consolidated || due === null || (unitEndedAt !== null && due >= unitEndedAt.slice(0, 10))) continue;
    const now = timeliness(report, asOf).timeliness;
    if (now === 'no-deadline' || now === 'not-due' || !hasPassed(report, asOf)) continue;
    expected += 1;
    if (now === 'on-time' || now === 'late') received += 1;
    if (now === 'on-time') onTime += 1;
  }
  return { expected, received, onTime };
}

/** A report that came in before its day is counted once that day has passed, like all others. */
const hasPassed = ({ due, dueTime = null }: Owed, asOf: string): boolean =>
  timeliness({ due, dueTime, status: 'expected', submittedAt: null }, asOf).timeliness === 'overdue';

export const sumRates = (counts: Iterable<RateCounts>): RateCounts => {
  let sum = NO_REPORTS;
  for (const { expected, received, onTime } of counts) {
    sum = { expected: sum.expected + expected, received: sum.received + received, onTime: sum.onTime + onTime };
  }
  return sum;
};

/** Counts with their rates, in per cent to one decimal. 100 is said only of all, 0 only of none. */
export const rateOf = ({ expected, received, onTime }: RateCounts): ReportRate => ({
  expected,
  received,
  onTime,
  completeness: percent(received, expected),
  timeliness: percent(onTime, expected),
});

function percent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part === 0 || part === whole) return part === 0 ? 0 : 100;
  return Math.min(99.9, Math.max(0.1, Math.round((part / whole) * 1000) / 10));
}
