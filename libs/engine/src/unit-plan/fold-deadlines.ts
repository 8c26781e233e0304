import { assertNever } from '../time/due-date.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import type { DeadlineEvent } from './deadline-events.js';
import { awakened, changeDuty, changeItem, newDeadline, putReportOff, type Draft } from './draft.js';
import { suspendItem } from './fold-time.js';
import type { Suspension } from './state.js';

/** What documents (and receipt) change in deadlines. */
export function foldDeadline(draft: Draft, event: DeadlineEvent): void {
  const { at } = event;
  switch (event.type) {
    case 'DeadlineExtended':
      return newDeadline(draft, event.data.item, { due: event.data.to, since: at, basis: 'document' });
    case 'DeadlineResolved': {
      const { item, due, document } = event.data;
      return newDeadline(draft, item, {
        due,
        since: at,
        basis: document === null ? 'rule' : 'document',
        ...awakened(draft, item),
      });
    }
    case 'ItemSuspended':
      return suspendItem(draft, event.data.item, { ...event.data, at: event.at });
    case 'ItemResumed':
      return resumed(draft, event);
    case 'ItemWithdrawn':
      return changeItem(draft, event.data.item, { status: 'cancelled' });
    case 'ReportExtended':
      return putReportOff(draft, event.data.report, { due: event.data.to, since: at });
    case 'DutyClockStarted':
      return changeDuty(draft, event.data.duty, { due: event.data.due, since: at });
    default:
      return assertNever(event);
  }
}

function resumed(draft: Draft, { data, at }: DeadlineEvent & { type: 'ItemResumed' }): void {
  const item = draft.items.get(data.item);
  if (!item) return;
  newDeadline(draft, item.id, {
    due: data.due,
    since: at,
    status: item.suspendedFrom ?? 'assigned',
    suspendedFrom: null,
    suspensions: ended(item.suspensions, addDays(data.on, -1)),
  });
}

/** The running suspension ends on a day, that day included. */
const ended = (ledger: readonly Suspension[], until: LocalDate): readonly Suspension[] =>
  ledger.map((entry, index) => (index === ledger.length - 1 ? { ...entry, until } : entry));
