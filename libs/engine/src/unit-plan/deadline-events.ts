import type { LocalDate } from '../time/local-date.js';
import type { DocumentRef, ItemId, ReportId } from './derived.js';
import type { Because, Happened } from './happened.js';

/** A document has put a deadline off; the steps of the ladder begin anew. */
export type DeadlineExtended = Happened<
  'DeadlineExtended',
  { readonly item: ItemId; readonly from: LocalDate | null; readonly to: LocalDate; readonly document: DocumentRef }
>;
/** A deadline that was unknown or not yet running has a date now. */
export type DeadlineResolved = Happened<
  'DeadlineResolved',
  { readonly item: ItemId; readonly due: LocalDate; readonly document: DocumentRef | null },
  Because | null
>;
/** A document has stopped an item's clock: from a day on, to a day or until further notice. */
export type ItemSuspended = Happened<
  'ItemSuspended',
  { readonly item: ItemId; readonly from: LocalDate; readonly until: LocalDate | null; readonly document: DocumentRef }
>;
/** The clock goes on, with what was left of the term: by a document, or because the day that the suspension named has come. */
export type ItemResumed = Happened<
  'ItemResumed',
  {
    readonly item: ItemId;
    /** First day on which the clock runs again. */
    readonly on: LocalDate;
    readonly due: LocalDate | null;
    readonly document: DocumentRef | null;
  },
  Because | null
>;
/** A document has taken an item back: nobody owes it any more. */
export type ItemWithdrawn = Happened<
  'ItemWithdrawn',
  { readonly item: ItemId; readonly reason: string; readonly document: DocumentRef }
>;
/** A document has put a report off; the steps of the ladder begin anew. */
export type ReportExtended = Happened<
  'ReportExtended',
  { readonly report: ReportId; readonly from: LocalDate | null; readonly to: LocalDate; readonly document: DocumentRef }
>;

/** The duty to issue a plan runs from its receipt: each unit's own day. */
export type DutyClockStarted = Happened<
  'DutyClockStarted',
  { readonly duty: string; readonly receivedOn: LocalDate; readonly due: LocalDate },
  Because
>;

/** What documents and receipt do to deadlines. */
export type DeadlineEvent =
  | DeadlineExtended
  | DeadlineResolved
  | ItemSuspended
  | ItemResumed
  | ItemWithdrawn
  | ReportExtended
  | DutyClockStarted;
