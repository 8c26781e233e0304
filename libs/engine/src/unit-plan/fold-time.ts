import { assertNever } from '../time/due-date.js';
import type { Instant, LocalDate } from '../time/local-date.js';
import type { ItemId, ObligationKey, ReportId } from './derived.js';
import {
  addItem,
  addObligations,
  awakened,
  changeDuty,
  changeItem,
  changeReport,
  endObligation,
  newDeadline,
  obligationOf,
  openedThrough,
  type Draft,
} from './draft.js';
import type { Suspension } from './state.js';
import type { TimeEvent } from './time-events.js';

/** What time and facts change in a unit plan. */
export function foldTime(draft: Draft, event: TimeEvent): void {
  switch (event.type) {
    case 'EscalationStepReached': {
      const { obligation, step, generation } = event.data;
      draft.fired.push({ obligation, step, generation, at: event.at });
      return;
    }
    case 'FollowUpReached': {
      const { obligation, rule, generation, explanation } = event.data;
      draft.fired.push({ obligation, step: rule, generation, at: event.at });
      if (explanation) addItem(draft, explanation, event.at);
      return;
    }
    case 'CalendarApplied':
      draft.calendar = event.because.calendar;
      for (const { obligation, to } of event.data.moved) moveObligation(draft, obligation, { due: to, since: event.at });
      return;
    case 'ClocksStarted':
      return clocksStarted(draft, event);
    case 'AmendmentApplied':
      return amendmentApplied(draft, event);
    case 'PeriodsOpened':
      openedThrough(draft, event.data.source, event.data.through);
      return addObligations(draft, event.data.added, event.at);
    case 'ConsolidationClosed': {
      const { report, received, late, missing } = event.data;
      return changeReport(draft, report, { closed: { received, late, missing, at: event.at } });
    }
    default:
      return assertNever(event);
  }
}

/** Gives an obligation another date; a new generation begins with it. */
function moveObligation(
  draft: Draft,
  key: ObligationKey,
  moved: { readonly due: LocalDate | null; readonly since: Instant },
): void {
  const { kind, id } = obligationOf(key);
  if (kind === 'item') return newDeadline(draft, id as ItemId, moved);
  if (kind === 'duty') return changeDuty(draft, id, moved);
  const report = draft.reports.get(id as ReportId);
  if (report) changeReport(draft, report.id, { ...moved, generation: report.generation + 1, closed: null });
}

function clocksStarted(draft: Draft, { data, at }: TimeEvent & { type: 'ClocksStarted' }): void {
  for (const { item, due } of data.items) {
    const held = draft.items.get(item);
    // A date that a document has set stands, and nothing of it begins anew.
    const stands = held !== undefined && held.due !== null && held.due === due;
    if (stands) changeItem(draft, item, { startedOn: data.on, ...awakened(draft, item) });
    else newDeadline(draft, item, { due, since: at, startedOn: data.on, ...awakened(draft, item) });
  }
}

function amendmentApplied(draft: Draft, { data, at }: TimeEvent & { type: 'AmendmentApplied' }): void {
  draft.applied.add(data.fact);
  for (const { item, to } of data.extended) {
    newDeadline(draft, item, { due: to, since: at, basis: 'document', ...awakened(draft, item) });
  }
  for (const { item, from, until } of data.suspended) suspendItem(draft, item, { from, until, at });
  for (const { obligation } of data.withdrawn) endObligation(draft, obligation, 'cancelled');
  for (const { item, from, to, source, kind } of data.restored ?? []) {
    if (from === to) changeItem(draft, item, { source, kind });
    else newDeadline(draft, item, { source, kind, due: to, since: at, ...(to === null ? {} : awakened(draft, item)) });
  }
}

/** Stops an item's clock. */
export function suspendItem(draft: Draft, id: ItemId, { at, from, until }: Suspension & { readonly at: Instant }): void {
  const item = draft.items.get(id);
  if (!item) return;
  const suspendedFrom = item.status === 'suspended' ? item.suspendedFrom : item.status;
  changeItem(draft, id, {
    status: 'suspended',
    suspendedFrom,
    suspensions: [...item.suspensions, { from, until }],
    stoppedAt: at,
  });
}
