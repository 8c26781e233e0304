import { assertNever } from '../time/due-date.js';
import type { Instant } from '../time/local-date.js';
import type { ItemId, Obligations, ReportId, UnitPlanDerived, UnitPlanEvent, UnitPlanReplaced } from './events.js';
import type { DutyState, FiredStep, ItemState, ReportState, UnitPlanState } from './state.js';

/** The one private draft of a fold: mutable inside, never seen outside. */
interface Draft extends Omit<UnitPlanState, 'items' | 'reports' | 'duties' | 'fired'> {
  items: Map<ItemId, ItemState>;
  reports: Map<ReportId, ReportState>;
  duties: Map<string, DutyState>;
  fired: FiredStep[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The state after a unit plan's events, from nothing or from an earlier state (which is left as it was).
 * @throws TypeError where the first event of all is not UnitPlanDerived: such a stream cannot have been written.
 */
export function foldUnitPlan(events: readonly UnitPlanEvent[], state?: UnitPlanState): UnitPlanState {
  let draft: Mutable<Draft> | undefined = state && {
    ...state,
    items: new Map(state.items),
    reports: new Map(state.reports),
    duties: new Map(state.duties),
    fired: [...state.fired],
  };
  for (const event of events) {
    if (event.type === 'UnitPlanDerived') draft = derived(event);
    else if (draft) evolve(draft, event);
    else throw new TypeError(`a unit plan begins with UnitPlanDerived, not ${event.type}`);
    draft.version += 1;
  }
  if (!draft) throw new TypeError('a unit plan has at least one event');
  return draft;
}

function derived({ data, at }: UnitPlanDerived): Mutable<Draft> {
  const draft: Mutable<Draft> = {
    plan: data.plan,
    unit: data.unit,
    source: data.source,
    provisional: data.provisional,
    acceptors: data.acceptors,
    items: new Map(),
    joint: [],
    supports: [],
    reports: new Map(),
    duties: new Map(),
    fired: [],
    ownPlan: null,
    version: 0,
  };
  addObligations(draft, data, at);
  return draft;
}

function addObligations(draft: Mutable<Draft>, added: Obligations, at: Instant): void {
  for (const item of added.items) draft.items.set(item.id, newItem(item, at));
  for (const report of added.reports) {
    draft.reports.set(report.id, { ...report, ...NEW_REPORT, since: at });
  }
  for (const duty of added.duties) draft.duties.set(duty.id, { ...duty, since: at, plan: null, fulfilledAt: null });
  draft.joint = [...draft.joint, ...added.joint];
  draft.supports = [...draft.supports, ...added.supports];
}

const NEW_REPORT = { status: 'expected', submittedAt: null, returnedAt: null, content: null, received: [] } as const;

const newItem = (item: Obligations['items'][number], at: Instant): ItemState => ({
  ...item,
  status: 'assigned',
  generation: 1,
  since: at,
  submittedAt: null,
  completedAt: null,
  receivedAt: null,
  returnedAt: null,
});

function evolve(draft: Mutable<Draft>, event: Exclude<UnitPlanEvent, UnitPlanDerived>): void {
  switch (event.type) {
    case 'UnitPlanReplaced':
      return replaced(draft, event);
    case 'UnitPlanReceived':
      for (const item of event.data.items) change(draft, item, { status: 'received', receivedAt: event.at });
      return;
    case 'OwnPlanIssued':
      return ownPlanIssued(draft, event);
    case 'EscalationStepReached': {
      const { obligation, step, generation } = event.data;
      draft.fired.push({ obligation, step, generation, at: event.at });
      return;
    }
    case 'ReportSubmitted':
    case 'ReportAccepted':
    case 'ReportReturned':
      return evolveReport(draft, event);
    default:
      return evolveItem(draft, event);
  }
}

type ReportEvent = UnitPlanEvent & { type: 'ReportSubmitted' | 'ReportAccepted' | 'ReportReturned' };
type ItemEvent = Exclude<
  UnitPlanEvent,
  ReportEvent | { type: 'UnitPlanDerived' | 'UnitPlanReplaced' | 'UnitPlanReceived' | 'OwnPlanIssued' | 'EscalationStepReached' }
>;

function evolveItem(draft: Mutable<Draft>, event: ItemEvent): void {
  const { item } = event.data;
  switch (event.type) {
    case 'ItemReceived':
      return change(draft, item, { status: 'received', receivedAt: event.at });
    case 'ItemStarted':
      return workOn(draft, item, { status: 'in-progress', at: event.at });
    case 'ItemSubmitted':
      return workOn(draft, item, { status: 'submitted', submittedAt: event.at, at: event.at });
    case 'ItemAccepted':
      return change(draft, item, { status: 'completed', completedAt: event.at });
    case 'ItemReturned':
      return change(draft, item, { status: 'returned', returnedAt: event.at });
    case 'DeadlineExtended':
      return newDeadline(draft, item, { due: event.data.to, since: event.at });
    case 'DeadlineResolved':
      return newDeadline(draft, item, { due: event.data.due, since: event.at });
    default:
      return assertNever(event);
  }
}

function evolveReport(draft: Mutable<Draft>, event: ReportEvent): void {
  const report = draft.reports.get(event.data.report);
  if (!report) return;
  switch (event.type) {
    case 'ReportSubmitted': {
      const { content, received } = event.data;
      draft.reports.set(report.id, { ...report, status: 'submitted', submittedAt: event.at, content, received });
      return;
    }
    case 'ReportAccepted':
      draft.reports.set(report.id, { ...report, status: 'accepted' });
      return;
    case 'ReportReturned':
      draft.reports.set(report.id, { ...report, status: 'returned', returnedAt: event.at });
      return;
    default:
      assertNever(event);
  }
}

function replaced(draft: Mutable<Draft>, { data, at }: UnitPlanReplaced): void {
  draft.source = data.by;
  draft.provisional = data.provisional;
  draft.acceptors = data.acceptors;
  addObligations(draft, data.added, at);
  for (const { item, kind, to } of data.moved) newDeadline(draft, item, { due: to, kind, source: data.by, since: at });
  for (const { item } of data.withdrawn) change(draft, item, { status: 'cancelled' });
}

function ownPlanIssued(draft: Mutable<Draft>, event: UnitPlanEvent & { type: 'OwnPlanIssued' }): void {
  const { duty, plan } = event.data;
  draft.ownPlan = plan;
  const owed = duty === null ? undefined : draft.duties.get(duty);
  if (owed) draft.duties.set(owed.id, { ...owed, plan, fulfilledAt: event.at });
}

function newDeadline(draft: Mutable<Draft>, id: ItemId, changes: Partial<ItemState> & { since: Instant }): void {
  const item = draft.items.get(id);
  if (item) draft.items.set(id, { ...item, ...changes, generation: item.generation + 1 });
}

function change(draft: Mutable<Draft>, id: ItemId, changes: Partial<ItemState>): void {
  const item = draft.items.get(id);
  if (item) draft.items.set(id, { ...item, ...changes });
}

/** A change by the unit's own work, which receives what had not been received. */
function workOn(draft: Mutable<Draft>, id: ItemId, changes: Partial<ItemState> & { at: Instant }): void {
  const { at, ...rest } = changes;
  change(draft, id, { ...rest, receivedAt: draft.items.get(id)?.receivedAt ?? at });
}
