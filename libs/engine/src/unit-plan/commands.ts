import type { PlanId, PlanRef } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { ClockTime } from '../ir/deadline-rule.js';
import type { Instant, LocalDate } from '../time/local-date.js';
import type { DocumentRef, ItemId, ObligationKey, ReportId } from './events.js';

/** What people ask of a unit plan. Time and actor come with the command: the engine has no clock. */
export type UnitPlanCommand =
  /** Acknowledge everything assigned; starts the clocks that run from receipt. */
  | { readonly type: 'ReceiveUnitPlan' }
  | { readonly type: 'ReceiveItem'; readonly item: ItemId }
  | { readonly type: 'StartItem'; readonly item: ItemId }
  | { readonly type: 'SubmitItem'; readonly item: ItemId; readonly note: string | null }
  | { readonly type: 'AcceptItem'; readonly item: ItemId }
  | { readonly type: 'ReturnItem'; readonly item: ItemId; readonly reason: string }
  | { readonly type: 'ExtendDeadline'; readonly item: ItemId; readonly to: LocalDate; readonly document: DocumentRef }
  | { readonly type: 'ResolveDeadline'; readonly item: ItemId; readonly due: LocalDate; readonly document: DocumentRef }
  /** Stops an item's clock from a day on, to a day or until further notice. */
  | {
      readonly type: 'SuspendItem';
      readonly item: ItemId;
      readonly from: LocalDate;
      readonly until: LocalDate | null;
      readonly document: DocumentRef;
    }
  /** Lets it go on from a day, with what was left of the term. */
  | { readonly type: 'ResumeItem'; readonly item: ItemId; readonly on: LocalDate; readonly document: DocumentRef }
  | { readonly type: 'WithdrawItem'; readonly item: ItemId; readonly reason: string; readonly document: DocumentRef }
  | { readonly type: 'ExtendReport'; readonly report: ReportId; readonly to: LocalDate; readonly document: DocumentRef }
  /** `received` and `missing` say which inputs of a consolidating report were in. */
  | {
      readonly type: 'SubmitReport';
      readonly report: ReportId;
      readonly content: string;
      readonly received: readonly UnitId[];
      readonly missing: readonly UnitId[];
    }
  | { readonly type: 'AcceptReport'; readonly report: ReportId }
  | { readonly type: 'ReturnReport'; readonly report: ReportId; readonly reason: string }
  /** The unit that owes an item or a report asks for a later day; no date moves before a document moves it. */
  | {
      readonly type: 'RequestExtension';
      readonly obligation: ObligationKey;
      readonly to: LocalDate;
      readonly reason: string;
    }
  /** Says no to the request that stands. */
  | { readonly type: 'RefuseExtension'; readonly obligation: ObligationKey; readonly reason: string }
  /** Asks for a report beyond the regime, to whoever asks; several units are asked at once by one command for each. */
  | {
      readonly type: 'RequestReport';
      readonly title: string;
      readonly due: LocalDate;
      /** Null: to the end of the day. */
      readonly time: ClockTime | null;
      readonly document: DocumentRef | null;
    }
  /** The unit says that a case is there in which the plan asks for a report. */
  | { readonly type: 'RaiseCase'; readonly condition: string }
  /** `effectiveOn`: first day of the plan's effect, where that is not its day of issue. */
  | {
      readonly type: 'RecordOwnPlan';
      readonly plan: PlanId;
      readonly ref: PlanRef;
      readonly parent: PlanId | null;
      readonly effectiveOn?: LocalDate;
    };

/** Who acts, and when. */
export interface CommandContext {
  readonly at: Instant;
  readonly actor: UnitId;
}

/** Codes of the refusals of unit plans: stable, and worded by whoever shows them. */
export type UnitPlanRejection =
  | 'item.unknown'
  | 'item.not-yours'
  | 'item.not-acceptor'
  | 'item.standing'
  | 'item.closed'
  | 'item.already-submitted'
  | 'item.not-submitted'
  | 'item.reason-missing'
  | 'item.no-deadline'
  | 'item.deadline-known'
  | 'item.not-later'
  | 'item.before-issue'
  | 'item.dormant'
  | 'item.suspended'
  | 'item.not-suspended'
  | 'item.suspension-ends-first'
  | 'item.resumes-before-suspension'
  | 'document.in-future'
  | 'document.issuer-unknown'
  | 'report.unknown'
  | 'report.not-yours'
  | 'report.not-receiver'
  | 'report.already-submitted'
  | 'report.not-submitted'
  | 'report.reason-missing'
  | 'report.empty'
  | 'report.closed'
  | 'report.no-deadline'
  | 'report.not-later'
  | 'report.title-missing'
  | 'report.due-passed'
  | 'report.may-not-ask'
  | 'item.extension-not-asked'
  | 'report.extension-not-asked'
  | 'extension.reason-missing'
  | 'extension.reason-too-long'
  | 'case.unknown'
  | 'case.not-yours'
  | 'unit.ended'
  | 'own-plan.not-yours'
  | 'own-plan.already-issued';
