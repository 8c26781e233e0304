import type { Pool } from 'pg';
import type { Completeness, MissingReports } from '#contracts';
import { rateOf, sumRates, type RateCounts, type ReadModels } from '#read-models';
import { COMPLETENESS, MISSING_REPORTS } from './completeness.sql.js';
import { scopeOf, type PlanKey } from './cascade-view.js';
import { lookUpUnits } from './look-up.js';

type Asked<Name extends 'completeness' | 'missingReports'> = Parameters<ReadModels[Name]>[2];

interface RateRow {
  readonly branch: string;
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

/** Rates by unit and period: four statements, whatever the size of the tree. Undefined where there is no such plan or unit. */
export async function completenessView(
  pool: Pool,
  key: PlanKey,
  { within, asOf }: Asked<'completeness'>,
): Promise<Completeness | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const top = within ?? scope.row.issuer;
  const { rows } = await pool.query<RateRow>(COMPLETENESS, [...scope.values, top]);
  const unit = await lookUpUnits(pool, key.tenant, [top, ...rows.map(({ branch }) => branch)]);
  if (unit(top).tier === '') return undefined;
  const periods = [...Map.groupBy(rows, ({ period, label }) => `${period} ${label}`).values()].map((some) => periodOf(some));
  const units = [...Map.groupBy(rows, ({ branch }) => branch).values()].map((some) => rowOf(some, unit));
  return {
    plan: key.plan,
    within: unit(top),
    asOf,
    rate: rateOf(sumOf(rows)),
    periods,
    rows: units.toSorted((a, b) => Number(a.withBelow) - Number(b.withBelow) || (a.unit.id < b.unit.id ? -1 : 1)),
  };
}

function periodOf(rows: readonly RateRow[]): Completeness['periods'][number] {
  const days = (of: 'from_day' | 'until_day' | 'due'): readonly string[] => rows.map((row) => row[of]).toSorted();
  const [{ period, label } = { period: '', label: '' }] = rows;
  const [from = '', until = '', due = ''] = [days('from_day')[0], days('until_day').at(-1), days('due').at(-1)];
  return { period, label, from, until, due, rate: rateOf(sumOf(rows)) };
}

function rowOf(rows: readonly RateRow[], unit: (id: string) => Completeness['within']): Completeness['rows'][number] {
  const [{ branch, below } = { branch: '', below: false }] = rows;
  const byLabel = [...Map.groupBy(rows, ({ label }) => label)].map(([label, some]) => [label, rateOf(sumOf(some))] as const);
  return { unit: unit(branch), withBelow: below, rate: rateOf(sumOf(rows)), periods: Object.fromEntries(byLabel) };
}

interface MissingRow {
  readonly unit: string;
  readonly id: string;
  readonly period: string;
  readonly label: string;
  readonly due: string;
  readonly to_unit: string;
  readonly days_late: number;
  readonly total: number;
}

/** Most reports that are named; the total counts them all. */
const LIMIT = 500;

/** Who is missing. Four statements at most. */
export async function missingReportsView(
  pool: Pool,
  key: PlanKey,
  { within, label, limit = LIMIT, asOf }: Asked<'missingReports'>,
): Promise<MissingReports | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const top = within ?? scope.row.issuer;
  const values = [...scope.values, top, label ?? null, Math.min(limit, LIMIT)];
  const { rows } = await pool.query<MissingRow>(MISSING_REPORTS, values);
  const unit = await lookUpUnits(pool, key.tenant, [top, ...rows.flatMap((row) => [row.unit, row.to_unit])]);
  if (unit(top).tier === '') return undefined;
  return {
    total: rows[0]?.total ?? 0,
    reports: rows.map((row) => ({
      unit: unit(row.unit),
      report: row.id,
      period: row.period,
      label: row.label,
      due: row.due,
      daysLate: row.days_late,
      to: unit(row.to_unit),
    })),
  };
}
