import type { ClockTime, DeadlineForm } from '../ir/deadline-rule.js';
import type { PlanId, ReportPeriod } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';

/** Key of an obligation within a unit plan: `item 1.2`, `report 1@2022-9M`, `duty 1`. */
export type ObligationKey = string & { readonly __brand: 'ObligationKey' };

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
  /** The clock time up to which the last day counts; absent: to its end. */
  readonly time?: ClockTime;
  /** The outside event, or the case, that it waits for: until then it is dormant. */
  readonly awaits?: string;
  /** The day that the text expects, to be overridden by a later document; nothing is late by it. */
  readonly estimate?: LocalDate;
  /** Who names the date that the text leaves open. */
  readonly resolver?: UnitId;
  /** The obligation whose lateness it is to explain. */
  readonly explains?: ObligationKey;
  /** Whose work it carries on after a reorganisation. */
  readonly inherited?: readonly Inherited[];
}

/** Work that came over from a unit that is no more. */
export interface Inherited {
  readonly unit: UnitId;
  /** Its key there. */
  readonly obligation: ObligationKey;
  readonly due: LocalDate | null;
}

/** One report of one unit: a period of a regime. */
export interface DerivedReport {
  /** `1@2022-9M`; a consolidated report is `1@2022-9M:all`. */
  readonly id: ReportId;
  /** Id of the regime; `request` and `case` where no regime asks for it. */
  readonly regime: string;
  readonly source: PlanId;
  /** `request`: asked for once, beyond all periods. */
  readonly period: ReportPeriod | 'request';
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
  /** The clock time up to which the last day counts; absent: to its end. */
  readonly time?: ClockTime;
  /** Further hops after `via`, in order. */
  readonly viaNext?: readonly UnitId[];
  /** The other period that the same submission serves. */
  readonly serves?: ReportPeriod;
  /** The system that it is entered in besides. */
  readonly into?: string;
  /** What was asked for, where somebody asked for it beyond the regime. */
  readonly asked?: string;
  readonly inherited?: readonly Inherited[];
}

/** The duty of a unit to issue a plan of its own; without a date it stands, and is never late. */
export interface DerivedDuty {
  /** `2`; of one that returns `2@2027`, a year of it; of a lower plan `126/KH-UBND:2`. */
  readonly id: string;
  readonly source: PlanId;
  readonly due: LocalDate | null;
  readonly sendTo: UnitId | null;
  /** The year whose plan is asked for; absent where a plan is asked for once. */
  readonly year?: number;
  readonly inherited?: readonly Inherited[];
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
