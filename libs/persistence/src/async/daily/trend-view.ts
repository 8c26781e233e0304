import type { Pool } from 'pg';
import type { Trend } from '#contracts';
import { addDays, type LocalDate } from '#engine';
import { type DaySums, type ReadModels, trendDays } from '#read-models';
import { type PlanKey, scopeOf } from '../../queries/cascade-view.js';
import { lookUpUnits } from '../../queries/look-up.js';
import { COUNTED, SUM_FIGURES } from './daily.sql.js';

type Asked = Parameters<ReadModels['trend']>[2];

/** Most days of an answer. */
const MOST_DAYS = 366;

/** The figures of a plan day by day. Six statements; undefined where there is no such plan or unit. */
export async function trendView(pool: Pool, key: PlanKey, { within, from, until }: Asked): Promise<Trend | undefined> {
  const scope = await scopeOf(pool, key, until);
  if (!scope) return undefined;
  const top = within ?? scope.row.issuer;
  const unit = await lookUpUnits(pool, key.tenant, [top]);
  if (unit(top).tier === '') return undefined;
  const last = until as LocalDate;
  const earliest = addDays(last, 1 - MOST_DAYS);
  const first = from > earliest ? (from as LocalDate) : earliest;
  const [{ rows }, counted] = await Promise.all([
    pool.query<DaySums>(SUM_FIGURES, [key.tenant, scope.row.root, top, first, last]),
    pool.query<{ position: number; head: number }>(COUNTED, [key.tenant]),
  ]);
  const { position, head } = counted.rows[0] ?? { position: 0, head: 0 };
  return { plan: key.plan, within: unit(top), counted: { position, head }, days: trendDays(rows, { from: first, until: last }) };
}
