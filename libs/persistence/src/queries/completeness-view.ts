import type { Pool } from 'pg';
import type { Completeness, MissingReports } from '#contracts';
import { completenessOf, type RateRow, type ReadModels } from '#read-models';
import { COMPLETENESS, MISSING_REPORTS } from './completeness.sql.js';
import { scopeOf, type PlanKey } from './cascade-view.js';
import { lookUpUnits } from './look-up.js';
import { cursorValues, longLimitOf, pageOf } from './paging.js';

type Asked<Name extends 'completeness' | 'missingReports'> = Parameters<ReadModels[Name]>[2];

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
  return { plan: key.plan, within: unit(top), asOf, ...completenessOf(rows, unit) };
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

/** Who is missing. Four statements at most. */
export async function missingReportsView(
  pool: Pool,
  key: PlanKey,
  { within, label, asOf, ...page }: Asked<'missingReports'>,
): Promise<MissingReports | undefined> {
  const scope = await scopeOf(pool, key, asOf);
  if (!scope) return undefined;
  const top = within ?? scope.row.issuer;
  const limit = longLimitOf(page);
  const values = [...scope.values, top, label ?? null, limit + 1, ...cursorValues(page, 'day', 'text', 'text')];
  const found = (await pool.query<MissingRow>(MISSING_REPORTS, values)).rows;
  const { items: rows, next } = pageOf(found, limit, (row) => [row.due, row.unit, row.id]);
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
    next,
  };
}
