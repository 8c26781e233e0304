import type { ClientBase } from 'pg';
import {
  dutyRows,
  escalationRows,
  itemRows,
  reportRows,
  type Touched,
  touchedBy,
  unitPlanRow,
  type EscalationRow,
} from '#read-models';
import type { Pipeline, Statements } from '../pipeline.js';
import { DUTY, ESCALATION, ITEM, REPORT, type Table, UNIT_PLAN } from '../tables.js';
import { CLEAR_UNIT_PLANS } from './clear-unit-plans.sql.js';
import type { UnitPlanWrite } from './projected.js';
import { UPSERT_DUTY } from './upsert-duty.sql.js';
import { UPSERT_ESCALATION } from './upsert-escalation.sql.js';
import { UPSERT_ITEM } from './upsert-item.sql.js';
import { UPSERT_REPORT } from './upsert-report.sql.js';
import { UPSERT_UNIT_PLAN } from './upsert-unit-plan.sql.js';
import { copyRows, copyStatement, linesOf, type Upsert, upsert } from './upsert.js';

interface Change extends UnitPlanWrite {
  readonly touched: Touched;
}

/** How rows of one kind are made, and written over those that stand. */
interface Kind<Row> extends Upsert<Row> {
  readonly rows: (change: Change) => Iterable<Row>;
}

const kind = <Row>(table: Table<Row>, sql: string, rows: (change: Change) => Iterable<Row>): Kind<Row> => ({
  table,
  sql,
  rows,
});

const UNIT_PLANS = kind(UNIT_PLAN, UPSERT_UNIT_PLAN, ({ state }) => [unitPlanRow(state)]);
const ITEMS = kind(ITEM, UPSERT_ITEM, ({ state, touched }) => itemRows(state, touched));
const REPORTS = kind(REPORT, UPSERT_REPORT, ({ state, touched }) => reportRows(state, touched));
const DUTIES = kind(DUTY, UPSERT_DUTY, ({ state, touched }) => (touched.all ? dutyRows(state) : []));

/** Rows from which COPY beats arrays of parameters. */
const BULK = 2_000;

/**
 * The rows of unit plans: few are written over those that stand; the many of a cascade are copied, those that it replaces
 * being cleared first.
 */
export async function projectUnitPlans(client: ClientBase, tenant: string, writes: readonly UnitPlanWrite[]): Promise<void> {
  const changes = writes.map((write) => ({ ...write, touched: touchedBy(write.events) }));
  const whole = changes.filter(({ touched }) => touched.all);
  const bulk = whole.reduce((sum, { state }) => sum + state.items.size + state.reports.size, 0) >= BULK;
  if (bulk) await copyWhole(client, tenant, whole);
  await writeOver(client, tenant, bulk ? changes.filter(({ touched }) => !touched.all) : changes);
  await upsert(client, { table: ESCALATION, sql: UPSERT_ESCALATION }, { tenant, rows: escalations(changes) });
}

/** A few unit plans of an append. */
export interface FewUnitPlans {
  readonly tenant: string;
  readonly writes: readonly UnitPlanWrite[];
  /** True where steps are copied, which the server refuses (23505) where one of them stands. */
  readonly isCopied: boolean;
}

/** The rows of a few unit plans, by statements whose answers nobody waits for. */
export async function projectFewUnitPlans(to: Pipeline, { tenant, writes, isCopied }: FewUnitPlans): Promise<void> {
  const changes = writes.map((write) => ({ ...write, touched: touchedBy(write.events) }));
  await writeOver(to, tenant, changes);
  const rows = escalations(changes);
  if (isCopied && rows.length > 0) await to.copy(copyStatement(ESCALATION), linesOf(ESCALATION, { tenant, rows }));
  else await upsert(to, { table: ESCALATION, sql: UPSERT_ESCALATION }, { tenant, rows });
}

async function writeOver(to: Statements, tenant: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await write(to, UNIT_PLANS, { tenant, changes });
  await write(to, ITEMS, { tenant, changes });
  await write(to, REPORTS, { tenant, changes });
  await write(to, DUTIES, { tenant, changes });
}

interface Part {
  readonly tenant: string;
  readonly changes: readonly Change[];
}

const write = <Row>(to: Statements, { rows, ...statement }: Kind<Row>, { tenant, changes }: Part): Promise<void> =>
  upsert(to, statement, { tenant, rows: changes.flatMap((change) => [...rows(change)]) });

async function copyWhole(client: ClientBase, tenant: string, changes: readonly Change[]): Promise<void> {
  const standing = changes.filter(({ fresh }) => !fresh).map(({ state }) => state);
  if (standing.length > 0) {
    const plans = standing.map(({ plan }) => plan);
    const units = standing.map(({ unit }) => unit);
    for (const clear of CLEAR_UNIT_PLANS) await client.query(clear, [tenant, plans, units]);
  }
  await copy(client, UNIT_PLANS, { tenant, changes });
  await copy(client, ITEMS, { tenant, changes });
  await copy(client, REPORTS, { tenant, changes });
  await copy(client, DUTIES, { tenant, changes });
}

const copy = <Row>(client: ClientBase, { table, rows }: Kind<Row>, { tenant, changes }: Part): Promise<number> =>
  copyRows(client, table, { tenant, rows: rowsOf(rows, changes) });

function* rowsOf<Row>(rows: Kind<Row>['rows'], changes: readonly Change[]): Generator<Row> {
  for (const change of changes) yield* rows(change);
}

/** Each step once, also where events tell of it twice: one statement cannot meet its own row. */
function escalations(changes: readonly Change[]): EscalationRow[] {
  const rows = new Map<string, EscalationRow>();
  for (const { state, events } of changes) {
    for (const row of escalationRows(state, events)) {
      const key = `${row.plan}\0${row.unit}\0${row.obligation}\0${row.generation}\0${row.step}`; // no text holds a zero
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  return [...rows.values()];
}
