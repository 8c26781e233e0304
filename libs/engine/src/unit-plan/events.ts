import type { DeadlineForm } from '../ir/deadline-rule.js';
import type { Place, PlanId, PlanRef, ReportPeriod } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { Instant, LocalDate } from '../time/local-date.js';

/** Why the engine caused an event: enough to recompute it. */
export interface Because {
  /** Content hash of the rules document. */
  readonly rules: string;
  /** The rule, as the text numbers it: `task 1.2`, `step after-5wd`, `cascade`. */
  readonly rule: string;
  readonly place: Place | null;
  readonly calendar: string;
  readonly organisation?: string;
  readonly inputs?: Readonly<Record<string, string | number | null>>;
}

/** What kind of deadline an item has, as statistics group them. */
export type DeadlineKind = Exclude<DeadlineForm, 'then'> | 'report-before';

/** Identity of an item within its unit plan. */
export type ItemId = string & { readonly __brand: 'ItemId' };
/** Identity of a report within its unit plan. */
export type ReportId = string & { readonly __brand: 'ReportId' };

/** One task for one responsible unit, or one period's occurrence of a recurring one. */
export interface DerivedItem {
  /** `1.2`, `2.3@2022-Q3`; a task of a lower plan is `<plan number>:<task>`. */
  readonly id: ItemId;
  readonly task: string;
  /** The plan whose text sets it now. */
  readonly source: PlanId;
  readonly period: string | null;
  readonly kind: DeadlineKind;
  /** Last allowed day; null for standing, unknown, and not yet running. */
  readonly due: LocalDate | null;
  /** Who gets the result, where the text says "report to". */
  readonly receiver: UnitId | null;
  /** Other units that lead it jointly; the holder of the item is accountable. */
  readonly jointLeads: readonly UnitId[];
}

/** One report of one unit: a period of a regime. */
export interface DerivedReport {
  /** `1@2022-9M`; a consolidated report is `1@2022-9M:all`. */
  readonly id: ReportId;
  readonly regime: string;
  readonly source: PlanId;
  readonly period: ReportPeriod;
  /** Data window, both days included. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly due: LocalDate | null;
  readonly to: UnitId;
  readonly via: UnitId | null;
  readonly copies: readonly UnitId[];
  /** True for the report that sums up what others sent; counted apart from them. */
  readonly consolidated: boolean;
  /** Units whose reports of the same period this one takes in. */
  readonly inputs: readonly UnitId[];
}

/** The duty of a unit to issue a plan of its own; without a date it stands, and is never late. */
export interface DerivedDuty {
  readonly id: string;
  readonly source: PlanId;
  readonly due: LocalDate | null;
  readonly sendTo: UnitId | null;
}

/** What a unit owes. */
export interface Obligations {
  readonly items: readonly DerivedItem[];
  /** Tasks that another unit holds and this one leads jointly. */
  readonly joint: readonly { readonly task: string; readonly source: PlanId; readonly accountable: UnitId }[];
  /** Tasks that it supports. */
  readonly supports: readonly { readonly task: string; readonly source: PlanId }[];
  readonly duties: readonly DerivedDuty[];
  readonly reports: readonly DerivedReport[];
}

/** A document that orders a change. */
export interface DocumentRef {
  readonly number: string;
  readonly date: LocalDate;
  readonly issuer: UnitId;
}

interface Happened<T extends string, D, B = null> {
  readonly type: T;
  readonly v: 1;
  readonly data: D;
  readonly because: B;
  readonly at: Instant;
  readonly actor: UnitId | null;
}

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
  { readonly duty: string | null; readonly plan: PlanId; readonly ref: PlanRef }
>;

/** Key of an obligation within a unit plan: `item 1.2`, `report 1@2022-9M`, `duty 1`. */
export type ObligationKey = string & { readonly __brand: 'ObligationKey' };

/** A step of the escalation ladder was due, and happened: once per obligation, step and generation. */
export type EscalationStepReached = Happened<
  'EscalationStepReached',
  {
    readonly obligation: ObligationKey;
    readonly step: string;
    readonly generation: number;
    readonly due: LocalDate;
    readonly actions: readonly { readonly action: 'remind' | 'notify' | 'escalate' | 'list'; readonly target: UnitId }[];
  },
  Because
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
  | DeadlineExtended
  | DeadlineResolved
  | ReportSubmitted
  | ReportAccepted
  | ReportReturned
  | OwnPlanIssued
  | EscalationStepReached;
