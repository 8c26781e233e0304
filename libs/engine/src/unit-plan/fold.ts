import { assertNever } from '../time/due-date.js';
import { yearOf, type Instant } from '../time/local-date.js';
import {
  addObligations,
  addReport,
  changeDuty,
  changeItem,
  changeReport,
  draftOf,
  emptyDraft,
  newDeadline,
  reachedBy,
  type Draft,
} from './draft.js';
import type {
  DeadlineEvent,
  ItemId,
  TimeEvent,
  UnitPlanDerived,
  UnitPlanEvent,
  UnitPlanInherited,
  UnitPlanReplaced,
} from './events.js';
import { foldDeadline } from './fold-deadlines.js';
import { foldExtension } from './fold-extensions.js';
import { foldReorganisation } from './fold-reorganisation.js';
import { foldTime } from './fold-time.js';
import { sourcesOf, type ItemState, type UnitPlanState } from './state.js';

/**
 * The state after a unit plan's events, from nothing or from an earlier state (which is left as it was).
 * @throws TypeError where the first event of all does not begin a unit plan: such a stream cannot have been written.
 */
export function foldUnitPlan(events: readonly UnitPlanEvent[], state?: UnitPlanState): UnitPlanState {
  let draft: Draft | undefined = state && draftOf(state);
  for (const event of events) {
    if (event.type === 'UnitPlanDerived' || (event.type === 'UnitPlanInherited' && !draft)) draft = begun(event);
    else if (draft) foldInto(draft, event);
    else throw new TypeError(`a unit plan begins with UnitPlanDerived or UnitPlanInherited, not ${event.type}`);
  }
  if (!draft) throw new TypeError('a unit plan has at least one event');
  return draft;
}

/** Every event but the one that begins a unit plan. */
export type ContinuingEvent = Exclude<UnitPlanEvent, UnitPlanDerived>;

/** Folds one event into a draft, in place: for whoever made the draft, and lets nobody see it before it is done. */
export function foldInto(draft: Draft, event: ContinuingEvent): void {
  evolve(draft, event);
  draft.version += 1;
}

function begun(event: UnitPlanDerived | UnitPlanInherited): Draft {
  const draft = emptyDraft({ ...event.data, calendar: event.because.calendar });
  if (event.type === 'UnitPlanInherited') foldReorganisation(draft, event);
  else addObligations(draft, event.data, event.at);
  for (const plan of event.type === 'UnitPlanInherited' ? sourcesOf(draft) : [event.data.source])
    reachedBy(draft, plan, event.at);
  draft.version = 1;
  return draft;
}

function evolve(draft: Draft, event: ContinuingEvent): void {
  if (isOf(TIME, event)) return foldTime(draft, event);
  if (isOf(DEADLINE, event)) return foldDeadline(draft, event);
  switch (event.type) {
    case 'UnitPlanReplaced':
      return replaced(draft, event);
    case 'UnitPlanInherited':
    case 'UnitPlanTransferred':
    case 'UnitPlanReaddressed':
      return foldReorganisation(draft, event);
    case 'OwnPlanIssued':
      return ownPlanIssued(draft, event);
    case 'ExtensionRequested':
    case 'ExtensionRefused':
      return foldExtension(draft, event);
    default:
      return evolveWork(draft, event);
  }
}

const TIME: Readonly<Record<TimeEvent['type'], true>> = {
  EscalationStepReached: true,
  FollowUpReached: true,
  CalendarApplied: true,
  ClocksStarted: true,
  AmendmentApplied: true,
  PeriodsOpened: true,
  ConsolidationClosed: true,
};

const DEADLINE: Readonly<Record<DeadlineEvent['type'], true>> = {
  DeadlineExtended: true,
  DeadlineResolved: true,
  ItemSuspended: true,
  ItemResumed: true,
  ItemWithdrawn: true,
  ReportExtended: true,
  DutyClockStarted: true,
};

const isOf = <T extends UnitPlanEvent['type']>(
  types: Readonly<Record<T, true>>,
  event: UnitPlanEvent,
): event is Extract<UnitPlanEvent, { type: T }> => Object.hasOwn(types, event.type);

type WorkEvent = Extract<
  UnitPlanEvent,
  {
    type:
      | 'UnitPlanReceived'
      | 'ItemReceived'
      | 'ItemStarted'
      | 'ItemSubmitted'
      | 'ItemAccepted'
      | 'ItemReturned'
      | 'ReportRequested'
      | 'ReportSubmitted'
      | 'ReportAccepted'
      | 'ReportReturned';
  }
>;

/** What people do with their work. */
function evolveWork(draft: Draft, event: WorkEvent): void {
  const { at } = event;
  switch (event.type) {
    case 'UnitPlanReceived':
      for (const item of event.data.items) changeItem(draft, item, { status: 'received', receivedAt: at });
      return;
    case 'ItemReceived':
      return changeItem(draft, event.data.item, { status: 'received', receivedAt: at });
    case 'ItemStarted':
      return workOn(draft, event.data.item, { status: 'in-progress', at });
    case 'ItemSubmitted':
      return workOn(draft, event.data.item, { status: 'submitted', submittedAt: at, at });
    case 'ItemAccepted':
      return changeItem(draft, event.data.item, { status: 'completed', completedAt: at });
    case 'ItemReturned':
      return changeItem(draft, event.data.item, { status: 'returned', returnedAt: at });
    case 'ReportRequested':
      return addReport(draft, event.data.report, at);
    case 'ReportSubmitted': {
      const { report, content, received } = event.data;
      return changeReport(draft, report, { status: 'submitted', submittedAt: at, content, received });
    }
    case 'ReportAccepted':
      return changeReport(draft, event.data.report, { status: 'accepted' });
    case 'ReportReturned':
      return changeReport(draft, event.data.report, { status: 'returned', returnedAt: at, closed: null });
    default:
      return assertNever(event);
  }
}

function replaced(draft: Draft, { data, at, because }: UnitPlanReplaced): void {
  draft.source = data.by;
  draft.provisional = data.provisional;
  draft.acceptors = data.acceptors;
  draft.calendar = because.calendar;
  reachedBy(draft, data.by, at);
  addObligations(draft, data.added, at);
  for (const { item, kind, to } of data.moved)
    newDeadline(draft, item, { due: to, kind, source: data.by, since: at, basis: 'rule' });
  for (const { item } of data.withdrawn) changeItem(draft, item, { status: 'cancelled' });
}

function ownPlanIssued(draft: Draft, event: UnitPlanEvent & { type: 'OwnPlanIssued' }): void {
  const { duty, plan, ref, parent = null, year = yearOf(ref.issuedOn) } = event.data;
  draft.ownPlan = plan;
  if (!draft.ownPlans.some((own) => own.plan === plan)) draft.ownPlans = [...draft.ownPlans, { plan, parent, year }];
  if (duty !== null) changeDuty(draft, duty, { plan, fulfilledAt: event.at });
}

/** A change by the unit's own work, which receives what had not been received. */
function workOn(draft: Draft, id: ItemId, changes: Partial<ItemState> & { readonly at: Instant }): void {
  const { at, ...rest } = changes;
  changeItem(draft, id, { ...rest, receivedAt: draft.items.get(id)?.receivedAt ?? at });
}
