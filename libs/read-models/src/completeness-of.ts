import type { Completeness, UnitView } from '#contracts';
import { rateOf, sumRates, type RateCounts } from './rates.js';

/** What is counted of the reports of one branch of units for one period. */
export interface RateRow {
  /** The unit asked about, or one directly below it. */
  readonly branch: string;
  /** True where all that lies below it is counted too. */
  readonly below: boolean;
  readonly period: string;
  readonly label: string;
  readonly from_day: string;
  readonly until_day: string;
  readonly due: string;
  readonly expected: number;
  readonly received: number;
  readonly on_time: number;
}

const countsOf = ({ expected, received, on_time }: RateRow): RateCounts => ({ expected, received, onTime: on_time });
const sumOf = (rows: readonly RateRow[]): RateCounts => sumRates(rows.map(countsOf));

/** A table of completeness from its counts, which come in the order of due days, labels and branches. */
export function completenessOf(
  rows: readonly RateRow[],
  unit: (id: string) => UnitView,
): Pick<Completeness, 'rate' | 'periods' | 'rows'> {
  const units = [...Map.groupBy(rows, ({ branch }) => branch).values()].map((some) => rowOf(some, unit));
  return {
    rate: rateOf(sumOf(rows)),
    periods: [...Map.groupBy(rows, ({ period, label }) => `${period} ${label}`).values()].map((some) => periodOf(some)),
    rows: units.toSorted((a, b) => Number(a.withBelow) - Number(b.withBelow) || (a.unit.id < b.unit.id ? -1 : 1)),
  };
}

function periodOf(rows: readonly RateRow[]): Completeness['periods'][number] {
  const days = (of: 'from_day' | 'until_day' | 'due'): readonly string[] => rows.map((row) => row[of]).toSorted();
  const [{ period, label } = { period: '', label: '' }] = rows;
  const [from = '', until = '', due = ''] = [days('from_day')[0], days('until_day').at(-1), days('due').at(-1)];
  return { period, label, from, until, due, rate: rateOf(sumOf(rows)) };
}

function rowOf(rows: readonly RateRow[], unit: (id: string) => UnitView): Completeness['rows'][number] {
  const [{ branch, below } = { branch: '', below: false }] = rows;
  const byLabel = [...Map.groupBy(rows, ({ label }) => label)].map(([label, some]) => [label, rateOf(sumOf(some))] as const);
  return { unit: unit(branch), withBelow: below, rate: rateOf(sumOf(rows)), periods: Object.fromEntries(byLabel) };
}
