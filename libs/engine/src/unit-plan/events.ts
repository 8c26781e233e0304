import type { PlanId, PlanRef } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';
import type { DeadlineEvent } from './deadline-events.js';
import type { DeadlineKind, DerivedReport, DocumentRef, ItemId, Obligations, ReportId } from './derived.js';
import type { ExtensionEvent } from './extension-events.js';
import type { Because, Happened } from './happened.js';
import type { ReorganisationEvent } from './reorganisation-events.js';
import type { TimeEvent } from './time-events.js';

export type * from './deadline-events.js';
export type * from './derived.js';
export type * from './extension-events.js';
export type * from './happened.js';
export type * from './reorganisation-events.js';
export type * from './time-events.js';

/** A unit plan begins: what its unit owes under the plan that has reached it first. */
export type UnitPlanDerived = Happened<
  'UnitPlanDerived',
  Obligations & {
    /** The top plan of the cascade: with the unit, the identity of the unit plan. */
    readonly plan: PlanId;
    readonly unit: UnitId;
    readonly source: PlanId;
    /** True while a tier between the issuer and this unit has yet to issue its own plan. */
    readonly provisional: boolean;
    /** Who may accept or return what this unit submits. */
    readonly acceptors: readonly UnitId[];
  },
  Because
>;

/** A plan of a tier between has arrived: what changed, nothing lost. */
export type UnitPlanReplaced = Happened<
  'UnitPlanReplaced',
  {
    readonly by: PlanId;
    readonly previous: PlanId;
    readonly provisional: boolean;
    readonly acceptors: readonly UnitId[];
    readonly added: Obligations;
    readonly moved: readonly {
      readonly item: ItemId;
      readonly kind: DeadlineKind;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
    }[];
    readonly withdrawn: readonly { readonly item: ItemId; readonly reason: string }[];
  },
  Because
>;

/** The unit has acknowledged items: all that were waiting for it. */
export type UnitPlanReceived = Happened<'UnitPlanReceived', { readonly items: readonly ItemId[] }>;
/** The unit has acknowledged one item. */
export type ItemReceived = Happened<'ItemReceived', { readonly item: ItemId }>;
/** Work has begun; it receives what had not been received. */
export type ItemStarted = Happened<'ItemStarted', { readonly item: ItemId }>;
/** The unit says that it is done. Its instant is what counts for being on time, not that of acceptance. */
export type ItemSubmitted = Happened<'ItemSubmitted', { readonly item: ItemId; readonly note: string | null }>;
/** Whoever may judge it agrees: the item is completed. */
export type ItemAccepted = Happened<'ItemAccepted', { readonly item: ItemId }>;
/** A submission is sent back: the item is open again. */
export type ItemReturned = Happened<'ItemReturned', { readonly item: ItemId; readonly reason: string }>;
/** A report has been sent; a consolidating one says which of its inputs were in. */
export type ReportSubmitted = Happened<
  'ReportSubmitted',
  {
    readonly report: ReportId;
    readonly content: string;
    readonly received: readonly UnitId[];
    readonly missing: readonly UnitId[];
  }
>;
/** The addressee, or the unit that it passes through, agrees. */
export type ReportAccepted = Happened<'ReportAccepted', { readonly report: ReportId }>;
/** The addressee, or the unit that it passes through, sends it back. */
export type ReportReturned = Happened<'ReportReturned', { readonly report: ReportId; readonly reason: string }>;
/** The unit has issued a plan of its own: one event for each duty that it fulfils, or one with none. */
export type OwnPlanIssued = Happened<
  'OwnPlanIssued',
  {
    readonly duty: string | null;
    readonly plan: PlanId;
    readonly ref: PlanRef;
    /** The plan that it carries out. */
    readonly parent?: PlanId | null;
    /** The year for which it counts; absent: that of its date. */
    readonly year?: number;
  }
>;

/** A superior has asked for a report beyond the regime, or a case is there in which the rules ask for one: one more of this unit's. */
export type ReportRequested = Happened<
  'ReportRequested',
  { readonly report: DerivedReport; readonly document: DocumentRef | null },
  Because | null
>;

/** Everything that can happen to a unit plan. */
export type UnitPlanEvent =
  | UnitPlanDerived
  | UnitPlanReplaced
  | UnitPlanReceived
  | ItemReceived
  | ItemStarted
  | ItemSubmitted
  | ItemAccepted
  | ItemReturned
  | ReportSubmitted
  | ReportAccepted
  | ReportReturned
  | OwnPlanIssued
  | ReportRequested
  | DeadlineEvent
  | ExtensionEvent
  | TimeEvent
  | ReorganisationEvent;
