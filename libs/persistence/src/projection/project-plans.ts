import type { ClientBase } from 'pg';
import type { PlanIssued, PlanRules } from '#engine';
import { planRow, rulesDocumentRow, type TaskRow, taskRows } from '#read-models';
import { PLAN, RULES_DOCUMENT, TASK } from '../tables.js';
import type { Projected } from './projected.js';
import { CASCADE_PLANS, END_PLANS, FIND_RULES } from './plans.sql.js';
import { UnprojectableEvents } from './unprojectable-events.js';
import { UPSERT_PLAN } from './upsert-plan.sql.js';
import { UPSERT_RULES_DOCUMENT } from './upsert-rules-document.sql.js';
import { UPSERT_TASK } from './upsert-task.sql.js';
import { upsert } from './upsert.js';

/** Rules published; plans issued, with the rows of their annexes; cascades finished. */
export async function projectPlans(client: ClientBase, tenant: string, batch: Projected): Promise<void> {
  const { published, issued, cascaded, ended } = batch;
  const documents = new Map(published.map((document) => [document.hash, rulesDocumentRow(document)]));
  await upsert(client, { table: RULES_DOCUMENT, sql: UPSERT_RULES_DOCUMENT }, { tenant, rows: [...documents.values()] });
  if (issued.length > 0) {
    const plans = new Map(issued.map((plan) => [plan.id, planRow(plan)]));
    await upsert(client, { table: PLAN, sql: UPSERT_PLAN }, { tenant, rows: [...plans.values()] });
    const tasks = await tasksOf(client, tenant, batch);
    await upsert(client, { table: TASK, sql: UPSERT_TASK }, { tenant, rows: tasks });
  }
  if (cascaded.length > 0) await client.query(CASCADE_PLANS, [tenant, cascaded.map(({ id }) => id)]);
  if (ended.length > 0) await client.query(END_PLANS, [tenant, ended.map(({ plan }) => plan), ended.map(({ how }) => how)]);
}

async function tasksOf(client: ClientBase, tenant: string, { published, issued }: Projected): Promise<TaskRow[]> {
  const rules = new Map(published.map((document) => [document.hash, document.rules]));
  const wanted = [...new Set(issued.map((plan) => plan.rules))].filter((hash) => !rules.has(hash));
  if (wanted.length > 0) {
    const { rows } = await client.query<{ hash: string; rules: string }>(FIND_RULES, [tenant, wanted]);
    for (const row of rows) rules.set(row.hash, JSON.parse(row.rules) as PlanRules);
  }
  const annex = ({ id, rules: hash }: PlanIssued): TaskRow[] => {
    const found = rules.get(hash);
    if (!found) throw new UnprojectableEvents(id, 'rules');
    return taskRows(id, found);
  };
  return [...new Map(issued.map((plan) => [plan.id, plan])).values()].flatMap(annex);
}
