import type { LocalDate } from '../time/local-date.js';
import type { UnitClass, UnitId } from './directory.js';

/** Where a rule stands in the text: offsets in UTF-16 units, line and column from 1. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** A plan's identity: numbers are reused, so issuer, number and date together. */
export interface PlanRef {
  readonly issuer: UnitId;
  readonly number: string;
  readonly issuedOn: LocalDate;
}

/** Who a clause names: one unit, each unit of a class below the issuer, or a group that only its lead can name. */
export type Actor =
  | { readonly kind: 'unit'; readonly unit: UnitId }
  | { readonly kind: 'each'; readonly name: string; readonly of: UnitClass }
  | { readonly kind: 'open'; readonly text: string };

/** Whom a document goes to: one unit, or the direct superior of whoever sends it. */
export type Addressee = { readonly kind: 'unit'; readonly unit: UnitId } | { readonly kind: 'superior' };

/** Who a document passes through: one unit, or the unit of that local name below the addressee. */
export type Via = { readonly kind: 'unit'; readonly unit: UnitId } | { readonly kind: 'local'; readonly name: string };

/** What terms are counted in: calendar days, working days, months. */
export type TermUnit = 'day' | 'workday' | 'month';

/** A deadline is a rule; its date is derived from it with a calendar, and can be derived again. */
export type DeadlineRule =
  /** "trước ngày D": the last moment is the end of the day before D. */
  | { readonly kind: 'before'; readonly date: LocalDate }
  /** "chậm nhất ngày D": D itself is included. */
  | { readonly kind: 'by'; readonly date: LocalDate }
  /** "trong quý III/2022": to the end of the quarter. */
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  /** "định kỳ hằng quý": one occurrence in every period. */
  | { readonly kind: 'recurring'; readonly every: 'month' | 'quarter' | 'year' }
  /** "trong N ngày làm việc kể từ ngày ban hành | nhận". */
  | { readonly kind: 'within'; readonly amount: number; readonly unit: TermUnit; readonly from: 'issue' | 'receipt' }
  /** "thường xuyên": never done, answered for through reports. */
  | { readonly kind: 'standing' }
  /** "theo quy định": unknown until a named unit resolves it; never counted on time or late. */
  | { readonly kind: 'as-regulated'; readonly reference: string | null };

/** One of the periods a regime reports on; all are cumulative from the start of the year. */
export type ReportPeriod = 'Q1' | 'H1' | '9M' | 'Y';

/** "trước ngày D của tháng cuối kỳ báo cáo" (exclusive) or "chậm nhất ngày D …" (inclusive). */
export interface PeriodicDue {
  readonly day: number;
  readonly exclusive: boolean;
}

/** A row of the annex. */
export interface TaskRule {
  readonly no: string;
  readonly section: number | null;
  readonly title: string;
  readonly leads: readonly Actor[];
  readonly supports: readonly Actor[];
  /** Null where the text gives only a date to report by. */
  readonly deadline: DeadlineRule | null;
  /** "báo cáo về X trước ngày D": the result goes to X; the date is the task's own where no other is given. */
  readonly report: { readonly to: Addressee; readonly deadline: DeadlineRule } | null;
  readonly deliverable: string | null;
  /** Number of the parent plan's task that this one makes concrete. */
  readonly refines: string | null;
  readonly place: Place;
}

/** The duty of units to issue plans of their own. */
export interface DutyRule {
  readonly id: string;
  readonly units: readonly Actor[];
  /** Null where the text names no date: the duty stands, and is never late. */
  readonly deadline: DeadlineRule | null;
  readonly sendTo: Addressee | null;
  readonly place: Place;
}

/** Who sends the report of a regime to whom, through whom, by when. */
export interface ReportRoute {
  readonly from: readonly Actor[];
  readonly to: Addressee;
  readonly via: Via | null;
  readonly copies: readonly Addressee[];
  /** Null: the regime's own due date. */
  readonly due: PeriodicDue | null;
  readonly place: Place;
}

/** One reporting regime: who reports to whom, on which periods, by when, and who consolidates. */
export interface RegimeRule {
  readonly id: string;
  readonly title: string;
  readonly periods: readonly ReportPeriod[];
  readonly due: PeriodicDue;
  readonly routes: readonly ReportRoute[];
  /** Null due: the text says only "as regulated". */
  readonly consolidation: {
    readonly by: UnitId;
    readonly to: Addressee;
    readonly due: PeriodicDue | null;
    readonly place: Place;
  } | null;
  readonly place: Place;
}

/** What a step of the ladder does: remind, notify, put before somebody for handling, enter in the list of those who are late. */
export type EscalationAction = 'remind' | 'notify' | 'escalate' | 'list';
/** To whom: the unit that owes, the plan’s focal point, the direct superior of the unit that owes, or one unit. */
export type EscalationTarget =
  | { readonly kind: 'lead' | 'focal' | 'superior' }
  | { readonly kind: 'unit'; readonly unit: UnitId };

/** What happens N days before or after a due date to whatever is not done by then. */
export interface EscalationRule {
  /** `before-5wd`, `after-10wd`: stable within a document, and the key of the step in events. */
  readonly step: string;
  readonly when: 'before' | 'after';
  readonly amount: number;
  readonly unit: 'day' | 'workday';
  readonly actions: readonly { readonly action: EscalationAction; readonly target: EscalationTarget }[];
  readonly place: Place;
}

/** The engine's reading of one rules document: all that the engine ever sees of it. */
export interface PlanRules {
  readonly irVersion: 1;
  readonly plan: PlanRef;
  readonly title: string;
  readonly focal: UnitId | null;
  /** Last day of the plan: recurring work and reports go no further. By default the end of the year of issue. */
  readonly horizon: LocalDate;
  /** The parent plan that this one carries out. */
  readonly implements: PlanRef | null;
  /** "nhận mọi nhiệm vụ được giao": all that the parent assigns passes on unchanged unless refined below. */
  readonly inheritsAll: boolean;
  /** Parent tasks that are not passed on, each with its reason. */
  readonly omits: readonly { readonly task: string; readonly reason: string; readonly place: Place }[];
  readonly sections: readonly { readonly no: number; readonly title: string }[];
  readonly tasks: readonly TaskRule[];
  readonly duties: readonly DutyRule[];
  readonly regimes: readonly RegimeRule[];
  readonly escalation: readonly EscalationRule[];
  readonly place: Place;
}

/** Key of a plan in streams, tables and addresses: `239-KH-UBND_2022-06-30_vn-10`. */
export type PlanId = string & { readonly __brand: 'PlanId' };

/** The key of a plan: of its number only letters and digits, the rest as dashes. */
export const planIdOf = (plan: PlanRef): PlanId =>
  `${plan.number.replace(/[^\p{L}\p{N}]+/gu, '-')}_${plan.issuedOn}_${plan.issuer}` as PlanId;
