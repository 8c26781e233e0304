import type { PlanId } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';
import type { ItemId, ObligationKey, Obligations, ReportId } from './derived.js';
import type { Because, Happened } from './happened.js';
import type { OpenedThrough, Suspension } from './state.js';

/** Where one obligation of a unit that is no more went: to a successor, or to its end for a reason. */
export interface Handover {
  readonly obligation: ObligationKey;
  /** Empty where it ends here. */
  readonly to: readonly UnitId[];
  /** Why it ends or goes there, as a key that whoever shows it words. */
  readonly reason: string;
}

/** The unit is no more: nothing of its open work stays. */
export type UnitPlanTransferred = Happened<'UnitPlanTransferred', { readonly handovers: readonly Handover[] }, Because>;

/** How far the clock of an item had run where it was, for one whose clock is not at its beginning. */
export interface InheritedClock {
  readonly item: ItemId;
  /** `document`: the date was handed over as one that stands, and no calendar moves it. */
  readonly basis: 'rule' | 'document';
  readonly startedOn: LocalDate | null;
  readonly suspensions: readonly Suspension[];
  /** True where it stands still. */
  readonly suspended: boolean;
}

/**
 * A unit takes over open work of units that are no more; its first event where it had no unit plan. Work that it holds itself
 * already goes on as one with what comes over, by the later of the dates.
 */
export type UnitPlanInherited = Happened<
  'UnitPlanInherited',
  Obligations & {
    readonly plan: PlanId;
    readonly unit: UnitId;
    readonly source: PlanId;
    readonly provisional: boolean;
    readonly acceptors: readonly UnitId[];
    readonly from: readonly UnitId[];
    readonly clocks: readonly InheritedClock[];
    /** Facts that had been applied where the work comes from: none of them a second time. */
    readonly applied: readonly string[];
    /** How far what returns had been opened there, by plan: those later come by themselves. */
    readonly opened: readonly (OpenedThrough & { readonly source: PlanId })[];
  },
  Because
>;

/** The hierarchy above a unit has changed: its results and reports find their new way. */
export type UnitPlanReaddressed = Happened<
  'UnitPlanReaddressed',
  {
    readonly acceptors: readonly UnitId[];
    readonly provisional: boolean;
    readonly items: readonly {
      readonly item: ItemId;
      readonly receiver: UnitId | null;
      readonly jointLeads: readonly UnitId[];
      readonly resolver: UnitId | null;
    }[];
    /** All tasks that it leads jointly, where those accountable for some have changed; null: as they were. */
    readonly joint: Obligations['joint'] | null;
    readonly reports: readonly {
      readonly report: ReportId;
      readonly to: UnitId;
      readonly via: UnitId | null;
      readonly viaNext: readonly UnitId[];
      readonly copies: readonly UnitId[];
      readonly inputs: readonly UnitId[];
    }[];
    readonly duties: readonly { readonly duty: string; readonly sendTo: UnitId | null }[];
    /** Owed only by what the unit was before, or to nobody that exists. */
    readonly closed: readonly { readonly obligation: ObligationKey; readonly reason: string }[];
  },
  Because
>;

/** What a reorganisation does to unit plans. */
export type ReorganisationEvent = UnitPlanTransferred | UnitPlanInherited | UnitPlanReaddressed;
