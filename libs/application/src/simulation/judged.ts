import type { Instant, LocalDate } from '#engine';
import { timeliness as judge } from '#read-models';

/** What judging an obligation needs. */
export interface ObligationFacts {
  readonly due: LocalDate | null;
  readonly status: string;
  readonly submittedAt: Instant | null;
}

/** How trees count an obligation: what is not due yet, standing or without a date is open. */
export function timeliness(owed: ObligationFacts, asOf: Instant): 'onTime' | 'late' | 'overdue' | 'open' {
  switch (judge(owed, asOf).timeliness) {
    case 'on-time':
      return 'onTime';
    case 'late':
      return 'late';
    case 'overdue':
      return 'overdue';
    default:
      return 'open';
  }
}
