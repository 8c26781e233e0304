import type { Pool } from 'pg';
import type { ItemView, Page, PageRequest } from '#contracts';
import { type ItemFilter, type ItemRow, itemView } from '#read-models';
import { followedPlan } from './followed-plan.js';
import { LIST_ITEMS, LIST_ITEMS_BY_DUE, LIST_ITEMS_BY_DUE_DOWN } from './lists.sql.js';
import { lookUp } from './look-up.js';
import { cursorValues, limitOf, pageOf } from './paging.js';

/** A statement for each order, and the day by which an item without one is sorted. */
const ORDERS = {
  key: { sql: LIST_ITEMS, without: null },
  due: { sql: LIST_ITEMS_BY_DUE, without: 'infinity' },
  '-due': { sql: LIST_ITEMS_BY_DUE_DOWN, without: '-infinity' },
} as const;

const KEY = ['text', 'text', 'text'] as const;

/** A page of items. Nine statements at most, whatever the filter. @throws InvalidCursor for one of another order, too */
export async function itemsPage(
  pool: Pool,
  tenant: string,
  { order, ...asked }: ItemFilter & PageRequest,
): Promise<Page<ItemView>> {
  const { sql, without } = ORDERS[order ?? 'key'];
  const limit = limitOf(asked);
  const values = await valuesOf(pool, tenant, asked);
  const [day, ...cursor] = without === null ? [null, ...cursorValues(asked, ...KEY)] : cursorValues(asked, 'day', ...KEY);
  const { rows } = await pool.query<ItemRow>(sql, [
    tenant,
    ...values.first,
    ...cursor,
    limit + 1,
    ...values.last,
    ...(without === null ? [] : [day]),
  ]);
  const { items, next } = pageOf(rows, limit, (row) => [...(without === null ? [] : [row.due ?? without]), ...keyOf(row)]);
  const lookups = await lookUp(pool, tenant, { items });
  return { items: items.map((row) => itemView(row, lookups, asked.asOf)), next };
}

const keyOf = ({ plan, unit, id }: ItemRow): readonly string[] => [plan, unit, id];

/** The filter as parameters, before and after those of the page. */
async function valuesOf(pool: Pool, tenant: string, filter: ItemFilter): Promise<Record<'first' | 'last', readonly unknown[]>> {
  const { root, sources } = await followedPlan(pool, tenant, filter.plan);
  const { asOf, overdue = false, among = null } = filter;
  const or = (value: string | undefined): string | null => value ?? null;
  const first = [or(filter.unit), asOf, overdue ? asOf : null, or(filter.status), or(filter.standing), or(filter.within)];
  const last = [among, or(filter.task), or(filter.tier), sources, or(filter.due), or(filter.inOn)];
  return { first: [root, ...first], last };
}
