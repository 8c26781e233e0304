import type { DutyView, ExtensionView, ItemView, PlanView, ReportView, WrittenReportView, UnitView } from '#contracts';
import type { DutyRow, ExtensionColumns, ItemRow, PlanRow, ReportRow } from './rows.js';
import { timeliness } from './timeliness.js';

/** A plan's row with the number of unit plans that follow it. */
export interface CountedPlanRow extends PlanRow {
  readonly unit_plans: number;
}

/** What views say beyond their own row, looked up for a whole list at once. */
export interface Lookups {
  readonly unit: (id: string) => UnitView;
  readonly title: (row: { readonly source: string; readonly task: string }) => string;
  /** What is to come of a task; null where its plan does not say. */
  readonly deliverable: (row: { readonly source: string; readonly task: string }) => string | null;
  readonly steps: (item: ItemRow) => readonly string[];
  readonly inputs: (report: ReportRow) => readonly string[];
}

export const planView = (row: CountedPlanRow, { unit }: Pick<Lookups, 'unit'>): PlanView => ({
  id: row.id,
  root: row.root,
  parent: row.parent,
  number: row.number,
  issuer: unit(row.issuer),
  issuedOn: row.issued_on,
  title: row.title,
  rules: row.rules,
  status: row.status,
  unitPlans: row.unit_plans,
});

export const itemView = (row: ItemRow, { unit, title, deliverable, steps }: Lookups, asOf: string): ItemView => ({
  plan: row.plan,
  unit: unit(row.unit),
  id: row.id,
  task: row.task,
  title: title(row),
  deliverable: deliverable(row),
  source: row.source,
  period: row.period,
  deadlineKind: row.kind,
  due: row.due,
  dueTime: row.due_time,
  awaits: row.awaits,
  estimate: row.estimate,
  resolver: row.resolver,
  explains: row.explains,
  inheritedFrom: row.inherited_from,
  extension: extensionView(row),
  status: row.status,
  receivedAt: row.received_at,
  submittedAt: row.submitted_at,
  completedAt: row.completed_at,
  ...timeliness({ due: row.due, dueTime: row.due_time, status: row.status, submittedAt: row.submitted_at }, asOf),
  escalated: steps(row),
});

export function reportView(row: ReportRow, { unit, inputs }: Lookups, asOf: string): ReportView {
  const received = new Set(inputs(row));
  return {
    plan: row.plan,
    unit: unit(row.unit),
    id: row.id,
    period: row.period,
    from: row.from_day,
    until: row.until_day,
    due: row.due,
    to: unit(row.to_unit),
    via: row.via_unit === null ? null : unit(row.via_unit),
    viaNext: row.via_next.map(unit),
    copies: row.copies.map(unit),
    serves: row.serves,
    into: row.into_system,
    asked: row.asked,
    dueTime: row.due_time,
    status: row.status,
    submittedAt: row.submitted_at,
    consolidated: row.consolidated,
    inputs: {
      expected: row.inputs.length,
      received: received.size,
      missing: row.inputs.filter((input) => !received.has(input)),
    },
    closed: closedView(row, received),
    extension: extensionView(row),
    ...timeliness({ due: row.due, dueTime: row.due_time, status: row.status, submittedAt: row.submitted_at }, asOf),
  };
}

/** A report with what was sent. */
export const writtenReportView = (row: ReportRow, lookups: Lookups, asOf: string): WrittenReportView => ({
  ...reportView(row, lookups, asOf),
  content: row.content,
});

const extensionView = (row: ExtensionColumns): ExtensionView | null =>
  row.extension_to === null || row.extension_at === null
    ? null
    : { to: row.extension_to, reason: row.extension_reason ?? '', at: row.extension_at, refusal: row.extension_refusal };

const closedView = (row: ReportRow, received: ReadonlySet<string>): ReportView['closed'] =>
  row.closed_at === null
    ? null
    : {
        at: row.closed_at,
        received: row.closed_received,
        late: row.closed_late,
        missing: row.closed_missing,
        cameAfter: row.closed_missing.filter((input) => received.has(input)),
      };

export const dutyView = (row: DutyRow, { unit }: Pick<Lookups, 'unit'>, asOf: string): DutyView => ({
  id: row.id,
  due: row.due,
  sendTo: row.send_to === null ? null : unit(row.send_to),
  plan: row.own_plan,
  fulfilledAt: row.fulfilled_at,
  timeliness: timeliness(
    { due: row.due, status: row.ended ?? (row.fulfilled_at === null ? 'owed' : 'fulfilled'), submittedAt: row.fulfilled_at },
    asOf,
  ).timeliness,
});

/** Title of a demanded explanation, which no text names. */
export const EXPLANATION_TITLE = 'Giải trình · Explanation';
