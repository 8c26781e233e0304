import type { ReportPeriod } from '#engine';
import type { PeriodNode } from '../ast/nodes.js';

const QUARTERS: Readonly<Record<number, ReportPeriod>> = { 1: 'Q1', 3: '9M' };
const MONTHS: Readonly<Record<number, ReportPeriod>> = { 3: 'Q1', 6: 'H1', 9: '9M', 12: 'Y' };

/** The period that a regime means; undefined where reports know none such. "quý III" is the nine months to September. */
export function reportPeriod({ kind, number }: PeriodNode): ReportPeriod | undefined {
  if (kind === 'year') return 'Y';
  if (kind === 'quarter') return QUARTERS[number?.value ?? 0];
  return kind === 'months' ? MONTHS[number?.value ?? 0] : undefined;
}
