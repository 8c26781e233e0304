import type { LocalDate } from '../local-date.js';

/** Two readings of one question, asked of every day. */
export interface Readings {
  readonly engine: (start: LocalDate) => string;
  readonly oracle: (start: LocalDate) => string;
}

/** The first day on which the readings differ, with both answers; null where they agree on every day. */
export function firstDifference(days: readonly LocalDate[], { engine, oracle }: Readings): string | null {
  if (days.length === 0) throw new RangeError('no days to compare');
  for (const start of days) {
    const [said, counted] = [engine(start), oracle(start)];
    if (said !== counted) return `from ${start}: the engine says ${said}, counting gives ${counted}`;
  }
  return null;
}
