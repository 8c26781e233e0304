import type { Pool } from 'pg';
import type {
  CascadeNode,
  Completeness,
  Desk,
  ItemView,
  LateList,
  MissingReports,
  StepsTaken,
  Page,
  PageRequest,
  PlanView,
  Progress,
  ReportView,
  TaskTable,
  Trend,
  UnitPlanView,
  UnitView,
} from '#contracts';
import { type CountedPlanRow, planView, type ReadModels } from '#read-models';
import { countingAll } from '../rows/asking.js';
import { trendView } from '../async/daily/trend-view.js';
import { cascadeView, progressView } from './cascade-view.js';
import { completenessView, missingReportsView } from './completeness-view.js';
import { deskView } from './desk-view.js';
import { itemsPage } from './items-page.js';
import { lateListView } from './late-list-view.js';
import { FIND_PLAN, LIST_PLANS, LIST_UNITS } from './lists.sql.js';
import { lookUpUnits } from './look-up.js';
import { FIND_UNITS } from './lookups.sql.js';
import { cursorValues, limitOf, pageOf } from './paging.js';
import { reportsPage } from './reports-page.js';
import { FIND_RULES_TEXT } from './rules.sql.js';
import { taskTableView } from './task-table-view.js';
import { stepsTakenView } from './steps-taken-view.js';
import { unitPlanView } from './unit-plan-view.js';

type Filter<Name extends 'items' | 'reports' | 'units'> = Parameters<ReadModels[Name]>[1];
type PlanFilter<
  Name extends 'cascade' | 'completeness' | 'lateList' | 'missingReports' | 'progress' | 'stepsTaken' | 'taskTable' | 'trend',
> = Parameters<ReadModels[Name]>[2];

/** Queries over the read models in PostgreSQL: a fixed, small number of statements each, however much there is to show. */
export class PostgresReadModels implements ReadModels {
  constructor(private readonly pool: Pool) {}

  async plans(tenant: string, page: PageRequest): Promise<Page<PlanView>> {
    const limit = limitOf(page);
    const values = [tenant, ...cursorValues(page, 'day', 'text'), limit + 1];
    const { rows } = await countingAll(() => this.pool.query<CountedPlanRow>(LIST_PLANS, values));
    const { items, next } = pageOf(rows, limit, ({ issued_on, id }) => [issued_on, id]);
    const unit = await lookUpUnits(
      this.pool,
      tenant,
      items.map(({ issuer }) => issuer),
    );
    return { items: items.map((row) => planView(row, { unit })), next };
  }

  async plan(tenant: string, plan: string): Promise<PlanView | undefined> {
    const row = (await countingAll(() => this.pool.query<CountedPlanRow>(FIND_PLAN, [tenant, plan]))).rows[0];
    return row && planView(row, { unit: await lookUpUnits(this.pool, tenant, [row.issuer]) });
  }

  async rulesText(tenant: string, hash: string): Promise<{ readonly text: string; readonly rules: unknown } | undefined> {
    const row = (await this.pool.query<{ text: string; rules: string }>(FIND_RULES_TEXT, [tenant, hash])).rows[0];
    return row && { text: row.text, rules: JSON.parse(row.rules) };
  }

  async units(tenant: string, { superior, search, on }: Filter<'units'>, page: PageRequest): Promise<Page<UnitView>> {
    const limit = limitOf(page);
    const filters = [superior ?? null, search ?? null];
    const { rows } = await this.pool.query<UnitView>(LIST_UNITS, [
      tenant,
      ...filters,
      ...cursorValues(page, 'text', 'text'),
      limit + 1,
      on,
    ]);
    return pageOf(rows, limit, ({ name, id }) => [name, id]);
  }

  async unit(tenant: string, unit: string): Promise<UnitView | undefined> {
    return (await this.pool.query<UnitView>(FIND_UNITS, [tenant, [unit]])).rows[0];
  }

  cascade(tenant: string, plan: string, filter: PlanFilter<'cascade'>): Promise<CascadeNode | undefined> {
    return cascadeView(this.pool, { tenant, plan }, filter);
  }

  unitPlan(tenant: string, plan: string, unit: string, asOf: string): Promise<UnitPlanView | undefined> {
    return unitPlanView(this.pool, { tenant, plan, unit }, asOf);
  }

  desk(tenant: string, unit: string, asOf: string): Promise<Desk | undefined> {
    return deskView(this.pool, { tenant, unit }, asOf);
  }

  progress(tenant: string, plan: string, filter: PlanFilter<'progress'>): Promise<Progress | undefined> {
    return progressView(this.pool, { tenant, plan }, filter);
  }

  lateList(tenant: string, plan: string, filter: PlanFilter<'lateList'>): Promise<LateList | undefined> {
    return lateListView(this.pool, { tenant, plan }, filter);
  }

  completeness(tenant: string, plan: string, filter: PlanFilter<'completeness'>): Promise<Completeness | undefined> {
    return completenessView(this.pool, { tenant, plan }, filter);
  }

  missingReports(tenant: string, plan: string, filter: PlanFilter<'missingReports'>): Promise<MissingReports | undefined> {
    return missingReportsView(this.pool, { tenant, plan }, filter);
  }

  taskTable(tenant: string, plan: string, filter: PlanFilter<'taskTable'>): Promise<TaskTable | undefined> {
    return taskTableView(this.pool, { tenant, plan }, filter);
  }

  trend(tenant: string, plan: string, filter: PlanFilter<'trend'>): Promise<Trend | undefined> {
    return trendView(this.pool, { tenant, plan }, filter);
  }

  stepsTaken(tenant: string, plan: string, filter: PlanFilter<'stepsTaken'>): Promise<StepsTaken | undefined> {
    return stepsTakenView(this.pool, { tenant, plan }, filter);
  }

  items(tenant: string, filter: Filter<'items'>, page: PageRequest): Promise<Page<ItemView>> {
    return itemsPage(this.pool, tenant, { ...filter, ...page });
  }

  reports(tenant: string, filter: Filter<'reports'>, page: PageRequest): Promise<Page<ReportView>> {
    return reportsPage(this.pool, tenant, { ...filter, ...page });
  }
}
