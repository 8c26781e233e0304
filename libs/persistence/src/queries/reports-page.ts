import type { Pool } from 'pg';
import type { Page, PageRequest, ReportView } from '#contracts';
import { type ReportFilter, type ReportRow, reportView } from '#read-models';
import { followedPlan } from './followed-plan.js';
import { LIST_REPORTS } from './lists.sql.js';
import { lookUp } from './look-up.js';
import { cursorValues, limitOf, pageOf } from './paging.js';

/** A page of reports. Nine statements at most, whatever the filter. */
export async function reportsPage(pool: Pool, tenant: string, filter: ReportFilter & PageRequest): Promise<Page<ReportView>> {
  const { root, sources } = await followedPlan(pool, tenant, filter.plan);
  const limit = limitOf(filter);
  const { asOf, among = null } = filter;
  const or = (value: string | undefined): string | null => value ?? null;
  const asked = [root, or(filter.unit), asOf, or(filter.period), or(filter.standing)];
  const last = [or(filter.within), sources, or(filter.due), or(filter.inOn), or(filter.label)];
  const cursor = cursorValues(filter, 'text', 'text', 'text');
  const values = [tenant, ...asked, ...cursor, limit + 1, among, or(filter.tier), ...last];
  const { rows } = await pool.query<ReportRow>(LIST_REPORTS, values);
  const { items: reports, next } = pageOf(rows, limit, ({ plan, unit, id }) => [plan, unit, id]);
  const lookups = await lookUp(pool, tenant, { reports });
  return { items: reports.map((row) => reportView(row, lookups, asOf)), next };
}
