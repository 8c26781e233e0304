import type { CascadeReorganised, DeadlineKind, LocalDate, Tier, UnitId } from '#engine';

/** Numbers for each tier that has any. */
export type ByTier = Readonly<Partial<Record<Tier, number>>>;

/**
 * Obligations whose last allowed day has come: `expected` = `onTime` + `late` + `missing`. What has no date ("as regulated",
 * standing) is in none of them.
 */
export interface Punctual {
  readonly expected: number;
  readonly onTime: number;
  /** In, but after the last allowed day. */
  readonly late: number;
  /** Not in: never handed in, or returned and not sent again. */
  readonly missing: number;
}

/** A plan as it was issued. */
export interface OutcomePlan {
  readonly number: string;
  /** Name of the unit that issued it. */
  readonly issuer: string;
  readonly unit: UnitId;
  readonly issued: LocalDate;
}

/** Something that came in after its last allowed day, or has not come in. */
export interface LateEntry {
  readonly unit: UnitId;
  readonly name: string;
  readonly due: LocalDate;
  /** Calendar days to the submission that stands, or to the last day looked at where nothing is in. */
  readonly daysLate: number;
  readonly done: boolean;
}

/** A date that came, moved or stood still, for one unit or for several alike; extensions of single items are told apart. */
export interface OutcomeChange {
  /** What did it: a calendar, a declared event, or a document. */
  readonly kind: 'calendar' | 'event' | 'resolved' | 'amended' | 'suspended' | 'resumed' | 'withdrawn' | 'report-extended';
  /** The day on which it reached the units. */
  readonly on: LocalDate;
  /** Number and date of the document, version of the calendar, or the event and its day; null for the end of a dated suspension. */
  readonly by: string | null;
  /** `item 1.2`, `report 1@2022-9M`. */
  readonly obligation: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly units: number;
  /** The unit, where it is one. */
  readonly unit: UnitId | null;
}

/** An explanation that a late unit was asked for. */
export interface OutcomeExplanation {
  readonly unit: UnitId;
  readonly name: string;
  /** The late obligation. */
  readonly about: string;
  readonly demanded: LocalDate;
  readonly due: LocalDate | null;
  /** The day on which it came; null where none stands. */
  readonly in: LocalDate | null;
}

/** What a log comes to: one JSON object, the same for the same log. */
export interface Outcome {
  /** The plan at the top of the cascade. */
  readonly plan: OutcomePlan;
  /** Last day that was looked at. */
  readonly until: LocalDate;
  /** Units of the organisation on the day of the plan. */
  readonly units: ByTier;
  /** People's committees among them. */
  readonly committees: ByTier;
  readonly unitPlans: number;
  /** (task, leading unit) pairs of the top plan; several joint leads of one task are one each. */
  readonly assignments: {
    readonly total: number;
    readonly byTier: ByTier;
    readonly byDeadlineKind: Readonly<Partial<Record<DeadlineKind, number>>>;
  };
  /** All items of all unit plans, those of lower plans included. */
  readonly items: number;
  readonly itemsDue: Punctual;
  /** Reports of units; `consolidated` ones are counted apart, and those among them without a date only in `total`. */
  readonly reports: Punctual & { readonly consolidated: Punctual & { readonly total: number; readonly received: number } };
  /** Duties to issue a plan of one's own that have a date; `undated` ones are never late. */
  readonly duties: Punctual & { readonly undated: number; readonly undatedFulfilled: number };
  readonly escalations: { readonly total: number; readonly byStep: Readonly<Record<string, number>> };
  readonly extensions: readonly {
    readonly unit: UnitId;
    readonly name: string;
    readonly task: string;
    readonly from: LocalDate | null;
    readonly to: LocalDate;
    readonly document: string;
  }[];
  /** In the order of time. */
  readonly changes: readonly OutcomeChange[];
  readonly explanations: readonly OutcomeExplanation[];
  /** Items that are neither on time nor late because they were taken back, passed on, stand still, or wait for an event. */
  readonly notCounted: Readonly<Record<'cancelled' | 'transferred' | 'suspended' | 'dormant', number>>;
  readonly childPlans: readonly (OutcomePlan & { readonly derived: number; readonly replaced: number })[];
  readonly late: readonly (LateEntry & { readonly task: string; readonly period: string | null })[];
  readonly lateReports: readonly (LateEntry & { readonly report: string })[];
  readonly lateDuties: readonly (LateEntry & { readonly duty: string })[];
  readonly events: { readonly total: number; readonly byType: Readonly<Record<string, number>> };
  /** What changes of the organisation did, by the number of each plan at the top; absent where there were none. */
  readonly reorganisations?: readonly (Omit<CascadeReorganised, 'id' | 'unresolved'> & {
    readonly plan: string;
    readonly unresolved: number;
  })[];
  /** SHA-256 (hex) of the canonical log. */
  readonly hash: string;
}
