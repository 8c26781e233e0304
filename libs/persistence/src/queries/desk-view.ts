import type { Pool } from 'pg';
import type { Desk, ItemView } from '#contracts';
import { type DutyRow, type ItemRow, type ReportRow, dutyView, itemView, reportView } from '#read-models';
import { ASKED_ITEMS, ASKED_REPORTS, DESK_DUTIES, DESK_ITEMS, DESK_REPORTS, WAITING_ITEMS, WAITING_REPORTS } from './desk.sql.js';
import { lookUp } from './look-up.js';

/** "Due soon": today, or within so many days. */
const SOON_DAYS = 10;
/** Most submissions of each kind shown as waiting; the oldest come first. */
const WAITING_LIMIT = 500;
const DAY_MS = 86_400_000;

/** What one unit has on its desk over all plans: eleven statements, whatever its size. Undefined where there is no such unit. */
export async function deskView(
  pool: Pool,
  { tenant, unit }: { readonly tenant: string; readonly unit: string },
  asOf: string,
): Promise<Desk | undefined> {
  const values = [tenant, unit];
  const waiting = [...values, WAITING_LIMIT];
  const [items, reports, duties, waitingItems, waitingReports, askedItems, askedReports] = await Promise.all([
    pool.query<ItemRow>(DESK_ITEMS, values),
    pool.query<ReportRow>(DESK_REPORTS, values),
    pool.query<DutyRow>(DESK_DUTIES, values),
    pool.query<ItemRow>(WAITING_ITEMS, waiting),
    pool.query<ReportRow>(WAITING_REPORTS, waiting),
    pool.query<ItemRow>(ASKED_ITEMS, waiting),
    pool.query<ReportRow>(ASKED_REPORTS, waiting),
  ]);
  const lookups = await lookUp(pool, tenant, {
    items: [...items.rows, ...waitingItems.rows, ...askedItems.rows],
    reports: [...reports.rows, ...waitingReports.rows, ...askedReports.rows],
    units: [unit, ...duties.rows.map(({ send_to }) => send_to)],
  });
  const own = lookups.unit(unit);
  if (own.tier === '') return undefined;
  const byUrgency = Map.groupBy(
    items.rows.map((row) => itemView(row, lookups, asOf)),
    (item) => urgencyOf(item, asOf),
  );
  const itemViews = ({ rows }: { readonly rows: readonly ItemRow[] }) => rows.map((row) => itemView(row, lookups, asOf));
  const reportViews = ({ rows }: { readonly rows: readonly ReportRow[] }) => rows.map((row) => reportView(row, lookups, asOf));
  return {
    unit: own,
    asOf,
    overdue: byUrgency.get('overdue') ?? [],
    dueSoon: byUrgency.get('dueSoon') ?? [],
    open: byUrgency.get('open') ?? [],
    reports: reportViews(reports),
    duties: duties.rows.map((row) => ({ ...dutyView(row, lookups, asOf), planId: row.plan })),
    waitingForMe: {
      items: itemViews(waitingItems),
      reports: reportViews(waitingReports),
      extensionItems: itemViews(askedItems),
      extensionReports: reportViews(askedReports),
    },
  };
}

/** Each open item stands in one list only. */
function urgencyOf({ timeliness, due }: ItemView, asOf: string): 'overdue' | 'dueSoon' | 'open' {
  if (timeliness === 'overdue') return 'overdue';
  if (timeliness !== 'not-due' || due === null) return 'open';
  return (Date.parse(due) - Date.parse(asOf.slice(0, 10))) / DAY_MS <= SOON_DAYS ? 'dueSoon' : 'open';
}
