import type { Counts } from '#contracts';

/** Counts of one unit plan as a statement gives them: null where it has no items or no reports. */
export type CountsRow = Readonly<Record<`${'item' | 'report'}_${'total' | 'on_time' | 'late' | 'overdue'}`, number | null>>;

export const NO_COUNTS: Counts = { total: 0, onTime: 0, late: 0, overdue: 0, open: 0 };

/** What is neither in nor overdue is open. */
export function countsOf(row: CountsRow, kind: 'item' | 'report'): Counts {
  const total = row[`${kind}_total`] ?? 0;
  const onTime = row[`${kind}_on_time`] ?? 0;
  const late = row[`${kind}_late`] ?? 0;
  const overdue = row[`${kind}_overdue`] ?? 0;
  return { total, onTime, late, overdue, open: total - onTime - late - overdue };
}

export const sumOf = (rows: readonly CountsRow[], kind: 'item' | 'report'): Counts =>
  rows
    .map((row) => countsOf(row, kind))
    .reduce(
      (sum, each) => ({
        total: sum.total + each.total,
        onTime: sum.onTime + each.onTime,
        late: sum.late + each.late,
        overdue: sum.overdue + each.overdue,
        open: sum.open + each.open,
      }),
      NO_COUNTS,
    );
