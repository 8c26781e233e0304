import {
  obligationOf,
  type DutyState,
  type ExtensionEvent,
  type ItemId,
  type ItemState,
  type ReportId,
  type ReportState,
  type UnitPlanEvent,
  type UnitPlanState,
} from '#engine';
import type { DutyRow, EscalationRow, ExtensionColumns, ItemRow, ReportRow, UnitPlanRow } from './rows.js';

/** Obligations of one unit plan that some events may have changed. */
export interface Touched {
  /** True where any of them may have changed. */
  readonly all: boolean;
  readonly items: ReadonlySet<ItemId>;
  readonly reports: ReadonlySet<ReportId>;
}

/** Rows of one unit plan, to be written over those that stand. */
export interface UnitPlanRows {
  readonly unitPlan: UnitPlanRow;
  readonly items: readonly ItemRow[];
  readonly reports: readonly ReportRow[];
  readonly duties: readonly DutyRow[];
  /** Steps that these events say have happened. */
  readonly escalations: readonly EscalationRow[];
}

/**
 * The rows that hold after `events`, the last of those that `state` is folded from: whole rows of every obligation that
 * they touch. Called with the whole stream, it gives every row of the unit plan.
 */
export function unitPlanRows(state: UnitPlanState, events: readonly UnitPlanEvent[]): UnitPlanRows {
  const touched = touchedBy(events);
  return {
    unitPlan: unitPlanRow(state),
    items: [...itemRows(state, touched)],
    reports: [...reportRows(state, touched)],
    duties: touched.all ? [...dutyRows(state)] : [],
    escalations: escalationRows(state, events),
  };
}

const TOUCHING_ALL: ReadonlySet<UnitPlanEvent['type']> = new Set<UnitPlanEvent['type']>([
  'UnitPlanDerived',
  'UnitPlanReplaced',
  'OwnPlanIssued',
  'CalendarApplied',
  'DutyClockStarted',
  'ClocksStarted',
  'AmendmentApplied',
  'PeriodsOpened',
  'UnitPlanTransferred',
  'UnitPlanInherited',
  'UnitPlanReaddressed',
]);

function addExplanation(items: Set<ItemId>, { data }: UnitPlanEvent & { type: 'FollowUpReached' }): void {
  if (data.explanation) items.add(data.explanation.id);
}

const isExtension = (event: UnitPlanEvent): event is ExtensionEvent =>
  event.type === 'ExtensionRequested' || event.type === 'ExtensionRefused';

function addAsked({ items, reports }: { items: Set<ItemId>; reports: Set<ReportId> }, { data }: ExtensionEvent): void {
  const { kind, id } = obligationOf(data.obligation);
  if (kind === 'item') items.add(id as ItemId);
  else reports.add(id as ReportId);
}

/** Which obligations events may have changed; what time, documents and reorganisations do may change any. */
export function touchedBy(events: readonly UnitPlanEvent[]): Touched {
  const items = new Set<ItemId>();
  const reports = new Set<ReportId>();
  for (const event of events) {
    if (TOUCHING_ALL.has(event.type)) return { all: true, items, reports };
    if (event.type === 'UnitPlanReceived') for (const item of event.data.items) items.add(item);
    else if (event.type === 'ReportRequested') reports.add(event.data.report.id);
    else if (event.type === 'FollowUpReached') addExplanation(items, event);
    else if (isExtension(event)) addAsked({ items, reports }, event);
    else if ('item' in event.data) items.add(event.data.item);
    else if ('report' in event.data) reports.add(event.data.report);
  }
  return { all: false, items, reports };
}

/** The unit plan's own row. */
export const unitPlanRow = (state: UnitPlanState): UnitPlanRow => ({
  plan: state.plan,
  unit: state.unit,
  source: state.source,
  provisional: state.provisional,
  own_plan: state.ownPlan,
  version: state.version,
  acceptors: state.acceptors,
  joint: JSON.stringify(state.joint.map(({ task, source, accountable }) => ({ task, source, accountable }))),
  supports: JSON.stringify(state.supports.map(({ task, source }) => ({ task, source }))),
  transferred_at: state.transferredAt,
});

/** Rows of the items that are touched, in the order of the state. Lazy: a bulk write makes them as it sends them. */
export function* itemRows(state: UnitPlanState, touched: Touched): Generator<ItemRow> {
  for (const item of state.items.values()) if (touched.all || touched.items.has(item.id)) yield itemRow(state, item);
}

const itemRow = ({ plan, unit }: UnitPlanState, item: ItemState): ItemRow => ({
  plan,
  unit,
  id: item.id,
  task: item.task,
  source: item.source,
  period: item.period,
  kind: item.kind,
  due: item.due,
  receiver: item.receiver,
  status: item.status,
  generation: item.generation,
  received_at: item.receivedAt,
  submitted_at: item.submittedAt,
  completed_at: item.completedAt,
  due_time: item.time ?? null,
  awaits: item.awaits ?? null,
  estimate: item.estimate ?? null,
  resolver: item.resolver ?? null,
  explains: item.explains ?? null,
  inherited_from: predecessors(item),
  ...extensionColumns(item),
});

const extensionColumns = ({ extension }: Pick<ItemState, 'extension'>): ExtensionColumns =>
  extension
    ? {
        extension_to: extension.to,
        extension_reason: extension.reason,
        extension_at: extension.at,
        extension_refusal: extension.refusal?.reason ?? null,
      }
    : NOT_ASKED;

const NOT_ASKED = { extension_to: null, extension_reason: null, extension_at: null, extension_refusal: null };

const predecessors = ({ inherited = [] }: Pick<ItemState, 'inherited'>): readonly string[] =>
  inherited.length === 0 ? NOBODY : inherited.map(({ unit }) => unit);

const NOBODY: readonly string[] = [];

/** Rows of the reports that are touched, in the order of the state. */
export function* reportRows(state: UnitPlanState, touched: Touched): Generator<ReportRow> {
  for (const report of state.reports.values()) {
    if (touched.all || touched.reports.has(report.id)) yield reportRow(state, report);
  }
}

const reportRow = ({ plan, unit }: UnitPlanState, report: ReportState): ReportRow => ({
  plan,
  unit,
  id: report.id,
  regime: report.regime,
  source: report.source,
  period: report.period,
  from_day: report.from,
  until_day: report.until,
  due: report.due,
  to_unit: report.to,
  via_unit: report.via,
  copies: report.copies,
  consolidated: report.consolidated,
  inputs: report.inputs,
  received: report.received,
  status: report.status,
  submitted_at: report.submittedAt,
  content: report.content,
  due_time: report.time ?? null,
  generation: report.generation,
  via_next: report.viaNext ?? NOBODY,
  serves: report.serves ?? null,
  into_system: report.into ?? null,
  asked: report.asked ?? null,
  ...closedColumns(report),
  inherited_from: predecessors(report),
  ...extensionColumns(report),
});

const closedColumns = ({ closed }: ReportState): Pick<ReportRow, `closed_${'at' | 'received' | 'late' | 'missing'}`> =>
  closed
    ? { closed_at: closed.at, closed_received: closed.received, closed_late: closed.late, closed_missing: closed.missing }
    : OPEN;

const OPEN = { closed_at: null, closed_received: NOBODY, closed_late: NOBODY, closed_missing: NOBODY };

/** Rows of all duties. */
export function* dutyRows(state: UnitPlanState): Generator<DutyRow> {
  for (const duty of state.duties.values()) yield dutyRow(state, duty);
}

const dutyRow = ({ plan, unit }: UnitPlanState, duty: DutyState): DutyRow => ({
  plan,
  unit,
  id: duty.id,
  source: duty.source,
  due: duty.due,
  send_to: duty.sendTo,
  own_plan: duty.plan,
  fulfilled_at: duty.fulfilledAt,
  ended: duty.ended,
  inherited_from: predecessors(duty),
});

/** Rows of the steps that events say have happened. */
export function escalationRows({ plan, unit }: UnitPlanState, events: readonly UnitPlanEvent[]): EscalationRow[] {
  const rows: EscalationRow[] = [];
  for (const event of events) {
    if (event.type === 'EscalationStepReached') {
      const { obligation, step, generation, due, actions } = event.data;
      rows.push({ plan, unit, obligation, step, generation, due, at: event.at, actions: JSON.stringify(actions) });
    } else if (event.type === 'FollowUpReached') {
      const { obligation, rule, generation, due, action, target } = event.data;
      const actions = JSON.stringify([{ action, target }]);
      rows.push({ plan, unit, obligation, step: rule, generation, due, at: event.at, actions });
    }
  }
  return rows;
}
