import type { PlanId } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { ItemId, ObligationKey, Obligations, ReportId } from './derived.js';
import type { Because, Happened } from './happened.js';

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

/** A unit takes over open work of units that are no more; its first event where it had no unit plan. */
export type UnitPlanInherited = Happened<
  'UnitPlanInherited',
  Obligations & {
    readonly plan: PlanId;
    readonly unit: UnitId;
    readonly source: PlanId;
    readonly provisional: boolean;
    readonly acceptors: readonly UnitId[];
    readonly from: readonly UnitId[];
  },
  Because
>;

/** The hierarchy above a unit has changed: its results and reports find their new way. */
export type UnitPlanReaddressed = Happened<
  'UnitPlanReaddressed',
  {
    readonly acceptors: readonly UnitId[];
    readonly items: readonly { readonly item: ItemId; readonly receiver: UnitId | null }[];
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
