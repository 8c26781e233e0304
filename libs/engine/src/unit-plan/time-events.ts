import type { PlanId } from '../ir/plan-rules.js';
import type { FollowUpAction } from '../ir/follow-up-rule.js';
import type { UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';
import type { Stretch } from '../time/stretches.js';
import type { DerivedItem, DocumentRef, ItemId, ObligationKey, Obligations, ReportId } from './derived.js';
import type { Because, Happened } from './happened.js';

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

/** What follows besides the ladder: once per obligation, rule and generation. */
export type FollowUpReached = Happened<
  'FollowUpReached',
  {
    readonly obligation: ObligationKey;
    /** `after-5wd-demand-explanation`: stable within a document. */
    readonly rule: string;
    readonly generation: number;
    readonly due: LocalDate;
    readonly action: FollowUpAction;
    readonly target: UnitId | null;
    /** The new item of whoever has to explain. */
    readonly explanation: DerivedItem | null;
  },
  Because
>;

/** A calendar was published after the dates had been counted: those that it moves. */
export type CalendarApplied = Happened<
  'CalendarApplied',
  {
    readonly previous: string;
    readonly moved: readonly {
      readonly obligation: ObligationKey;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
    }[];
  },
  Because
>;

/** Something that work waited for has happened: the work wakes, with a date where the text counts one from there. */
export type ClocksStarted = Happened<
  'ClocksStarted',
  {
    readonly event: string;
    /** The day on which it happened. */
    readonly on: LocalDate;
    readonly items: readonly { readonly item: ItemId; readonly due: LocalDate | null }[];
  },
  Because
>;

/** A document that amends, replaces or ends the plan has reached this unit: what it changes here. */
export type AmendmentApplied = Happened<
  'AmendmentApplied',
  {
    /** Key of the fact, applied once. */
    readonly fact: string;
    readonly by: PlanId | null;
    readonly document: DocumentRef;
    readonly extended: readonly { readonly item: ItemId; readonly from: LocalDate | null; readonly to: LocalDate }[];
    readonly suspended: readonly { readonly item: ItemId; readonly from: LocalDate; readonly until: LocalDate | null }[];
    readonly withdrawn: readonly { readonly obligation: ObligationKey; readonly reason: string }[];
    /** Work that a plan which ends had tightened: what the plan above asks for it from then on. Absent where there is none. */
    readonly restored?: readonly {
      readonly item: ItemId;
      readonly from: LocalDate | null;
      readonly to: LocalDate | null;
      readonly source: PlanId;
      readonly kind: DerivedItem['kind'];
    }[];
  },
  Because
>;

/** The next periods of recurring work and reports have come. */
export type PeriodsOpened = Happened<
  'PeriodsOpened',
  {
    readonly source: PlanId;
    /** `2023`, or `2023-04` for what returns daily or weekly. */
    readonly through: Stretch;
    readonly added: Obligations;
  },
  Because
>;

/** The day by which a consolidation takes in what others send has passed: what was in, and who is missing. */
export type ConsolidationClosed = Happened<
  'ConsolidationClosed',
  {
    readonly report: ReportId;
    readonly received: readonly UnitId[];
    /** Of those received: after their own last day. */
    readonly late: readonly UnitId[];
    readonly missing: readonly UnitId[];
  },
  Because
>;

/** What time and facts cause, people apart. */
export type TimeEvent =
  | EscalationStepReached
  | FollowUpReached
  | CalendarApplied
  | ClocksStarted
  | AmendmentApplied
  | PeriodsOpened
  | ConsolidationClosed;
