import type { ReportPeriod } from '#engine';
import type { PeriodEntryNode, PeriodNode } from '../ast/nodes.js';

const QUARTERS: readonly (ReportPeriod | undefined)[] = [undefined, 'Q1', 'Q2', 'Q3', 'Q4'];
const ALL_QUARTERS: readonly ReportPeriod[] = ['Q1', 'Q2', 'Q3', 'Q4'];
const MONTHS: Readonly<Record<number, ReportPeriod>> = { 3: 'Q1', 6: 'H1', 9: '9M', 12: 'Y' };
const PLAIN: Readonly<Partial<Record<PeriodNode['kind'], readonly ReportPeriod[]>>> = {
  year: ['Y'],
  half: ['H1', 'H2'],
  quarters: ALL_QUARTERS,
  month: ['M'],
  week: ['W'],
  day: ['D'],
  midterm: ['midterm'],
  final: ['final'],
};

/**
 * The periods that one entry of a regime means; none where reports know no such one. In the list {quarter I, 6 months, quarter
 * III, year} of the decree "quarter III" is the nine months to September; beside quarters II or IV it is the quarter itself.
 */
export function reportPeriods({ kind, number }: PeriodNode, among: readonly PeriodNode[]): readonly ReportPeriod[] {
  const value = number?.value ?? 0;
  if (kind === 'quarter') {
    const period = value === 3 && !among.some(isSingleQuarter) ? '9M' : QUARTERS[value];
    return period ? [period] : [];
  }
  if (kind === 'latter') return value === 6 ? ['H2'] : [];
  const period = kind === 'months' ? MONTHS[value] : undefined;
  return period ? [period] : (PLAIN[kind] ?? []);
}

const isSingleQuarter = ({ kind, number }: PeriodNode): boolean =>
  kind === 'quarter' && (number?.value === 2 || number?.value === 4);

/** The periods of a regime that return every year, each once: those that another's report serves as well are left out. */
export function periodicPeriods(entries: readonly PeriodEntryNode[]): readonly ReportPeriod[] {
  const among = entries.map(({ period }) => period);
  const found = among.flatMap((period) => reportPeriods(period, among));
  return [...new Set(found)].filter((period) => period !== 'midterm' && period !== 'final');
}
