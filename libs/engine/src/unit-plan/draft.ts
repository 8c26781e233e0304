import type { PlanId } from '../ir/plan-rules.js';
import { localDateOf, type Instant } from '../time/local-date.js';
import { paceOf, stretchOf, type Stretch } from '../time/stretches.js';
import type { DerivedItem, DerivedReport, ItemId, ObligationKey, Obligations, ReportId } from './derived.js';
import { withoutRequest, withStandingRequest } from './extension-request.js';
import type { DutyState, FiredStep, ItemState, OpenedThrough, ReportState, UnitPlanState } from './state.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The one private draft of a fold: mutable inside, never seen outside. */
export type Draft = Mutable<Omit<UnitPlanState, 'items' | 'reports' | 'duties' | 'fired' | 'applied' | 'opened'>> & {
  readonly items: Map<ItemId, ItemState>;
  readonly reports: Map<ReportId, ReportState>;
  readonly duties: Map<string, DutyState>;
  readonly fired: FiredStep[];
  readonly applied: Set<string>;
  readonly opened: Map<PlanId, OpenedThrough>;
};

/** A draft that leaves the state it begins with as it is. */
export const draftOf = (state: UnitPlanState): Draft => ({
  ...state,
  items: new Map(state.items),
  reports: new Map(state.reports),
  duties: new Map(state.duties),
  fired: [...state.fired],
  applied: new Set(state.applied),
  opened: new Map(state.opened),
});

/** A unit plan in which nothing is owed yet. */
export const emptyDraft = (
  header: Pick<UnitPlanState, 'plan' | 'unit' | 'source' | 'provisional' | 'acceptors' | 'calendar'>,
): Draft => ({
  plan: header.plan,
  unit: header.unit,
  source: header.source,
  provisional: header.provisional,
  acceptors: header.acceptors,
  calendar: header.calendar,
  items: new Map(),
  joint: [],
  supports: [],
  reports: new Map(),
  duties: new Map(),
  fired: [],
  ownPlan: null,
  ownPlans: [],
  applied: new Set(),
  opened: new Map(),
  transferredAt: null,
  version: 0,
});

export function addObligations(draft: Draft, added: Obligations, at: Instant): void {
  for (const item of added.items) addItem(draft, item, at);
  for (const report of added.reports) addReport(draft, report, at);
  for (const duty of added.duties) {
    draft.duties.set(duty.id, { ...duty, since: at, plan: null, fulfilledAt: null, ended: null });
  }
  if (added.joint.length > 0) draft.joint = [...draft.joint, ...added.joint];
  if (added.supports.length > 0) draft.supports = [...draft.supports, ...added.supports];
}

/** A plan has reached the unit: what begins by then came with it, what begins later will be opened. */
export function reachedBy(draft: Draft, plan: PlanId, at: Instant): void {
  if (draft.opened.has(plan)) return;
  const date = localDateOf(at);
  draft.opened.set(plan, { yearly: stretchOf(date, 'yearly'), monthly: stretchOf(date, 'monthly') });
}

/** What a plan lets begin in a stretch has been opened. */
export function openedThrough(draft: Draft, plan: PlanId, stretch: Stretch): void {
  const known = draft.opened.get(plan);
  if (known) draft.opened.set(plan, { ...known, [paceOf(stretch)]: stretch });
}

export function addItem(draft: Draft, item: DerivedItem, at: Instant): void {
  draft.items.set(item.id, {
    ...item,
    // Work that ends with something outside is there from the start; all else that waits sleeps.
    status: item.awaits === undefined || item.kind === 'until-event' ? 'assigned' : 'dormant',
    generation: 1,
    since: at,
    submittedAt: null,
    completedAt: null,
    receivedAt: null,
    returnedAt: null,
    basis: 'rule',
    startedOn: null,
    suspensions: NONE,
    suspendedFrom: null,
  });
}

const NONE: readonly never[] = [];

export function addReport(draft: Draft, report: DerivedReport, at: Instant): void {
  draft.reports.set(report.id, {
    ...report,
    status: 'expected',
    since: at,
    generation: 1,
    submittedAt: null,
    returnedAt: null,
    content: null,
    received: NONE,
    closed: null,
  });
}

export function changeItem(draft: Draft, id: ItemId, changes: Partial<ItemState>): void {
  const item = draft.items.get(id);
  if (item) draft.items.set(id, withStandingRequest({ ...item, ...changes }));
}

export function changeReport(draft: Draft, id: ReportId, changes: Partial<ReportState>): void {
  const report = draft.reports.get(id);
  if (report) draft.reports.set(id, withStandingRequest({ ...report, ...changes }));
}

export function changeDuty(draft: Draft, id: string, changes: Partial<DutyState>): void {
  const duty = draft.duties.get(id);
  if (duty) draft.duties.set(id, { ...duty, ...changes });
}

/** A new date begins a new generation: the steps of the older one no longer apply. A document's answers what was asked for. */
export function newDeadline(draft: Draft, id: ItemId, changes: Partial<ItemState> & { readonly since: Instant }): void {
  const item = draft.items.get(id);
  if (!item) return;
  const moved = { ...item, ...changes, generation: item.generation + 1 };
  draft.items.set(id, changes.basis === 'document' ? withoutRequest(moved) : withStandingRequest(moved));
}

/** A document puts a report off, and so answers what was asked for. */
export function putReportOff(draft: Draft, id: ReportId, moved: Pick<ReportState, 'due' | 'since'>): void {
  const report = draft.reports.get(id);
  if (!report) return;
  draft.reports.set(id, withoutRequest({ ...report, ...moved, generation: report.generation + 1, closed: null }));
}

/** What was waiting wakes when what it waited for comes, or it is given a date; what is suspended too, once its clock goes on. */
export function awakened(draft: Draft, id: ItemId): Partial<ItemState> {
  const item = draft.items.get(id);
  if (item?.status === 'dormant') return { status: 'assigned' };
  return item?.suspendedFrom === 'dormant' ? { suspendedFrom: 'assigned' } : {};
}

/** What an obligation's key names. */
export function obligationOf(key: ObligationKey): { readonly kind: 'item' | 'report' | 'duty'; readonly id: string } {
  const space = key.indexOf(' ');
  return { kind: key.slice(0, space) as 'item' | 'report' | 'duty', id: key.slice(space + 1) };
}

/** An obligation ends without being done: nobody owes it here any more. */
export function endObligation(draft: Draft, key: ObligationKey, ended: 'cancelled' | 'transferred'): void {
  const { kind, id } = obligationOf(key);
  if (kind === 'item') changeItem(draft, id as ItemId, { status: ended });
  else if (kind === 'report') changeReport(draft, id as ReportId, { status: ended });
  else changeDuty(draft, id, { ended });
}
