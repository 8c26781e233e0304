import type { PlanId, PlanRef, PlanRules } from '../ir/plan-rules.js';
import type { UnitEntry, UnitId } from '../ir/directory.js';
import type { LocalDate } from '../time/local-date.js';

/** Data of the events of a rules document (`rules/<hash>`). */
export interface RulesPublished {
  readonly hash: string;
  /** Verbatim. */
  readonly text: string;
  /** What the text was read as; the engine never reads the text again. */
  readonly rules: PlanRules;
}

/** Data of the events of a plan (`plan/<id>`). */
export interface PlanIssued {
  readonly id: PlanId;
  readonly ref: PlanRef;
  readonly title: string;
  readonly rules: string;
  /** Top of the cascade: the plan itself where it has no parent. */
  readonly root: PlanId;
  readonly parent: PlanId | null;
  readonly organisation: string;
  readonly calendar: string;
  /** Of the ids of what its text brings; absent: its number, told apart from those of the plans above. */
  readonly prefix?: string;
}

/** Every unit plan has been derived or replaced: the cascade is whole. */
export interface PlanCascaded {
  readonly id: PlanId;
  readonly derived: number;
  readonly replaced: number;
  readonly items: number;
  readonly reports: number;
}

/** The organisation has changed under a plan at the top of a cascade: what that did to the cascade's unit plans. */
export interface CascadeReorganised {
  readonly id: PlanId;
  /** First day of the organisation as it now stands. */
  readonly from: LocalDate;
  /** Unit plans that ended with their units, that took work over, and whose ways changed. */
  readonly transferred: number;
  readonly inherited: number;
  readonly readdressed: number;
  /** Open obligations of units that are no more: those that went to successors, and those that ended, by reason. */
  readonly handedOver: number;
  readonly ended: Readonly<Record<string, number>>;
  /** What nobody could take over: listed, never guessed. */
  readonly unresolved: readonly { readonly unit: UnitId; readonly obligation: string; readonly reason: string }[];
}

/** Data of the events of the organisation (`organisation`), with valid time. */
export type OrganisationEvent =
  | { readonly type: 'UnitFounded'; readonly data: UnitEntry & { readonly from: LocalDate } }
  | { readonly type: 'UnitRenamed'; readonly data: { readonly id: UnitId; readonly name: string; readonly from: LocalDate } }
  | { readonly type: 'UnitMoved'; readonly data: { readonly id: UnitId; readonly superior: UnitId; readonly from: LocalDate } }
  | {
      readonly type: 'UnitDissolved';
      readonly data: { readonly id: UnitId; readonly from: LocalDate; readonly successors: readonly UnitId[] };
    };

/** Data of `CalendarPublished` (`calendar`). */
export interface CalendarData {
  readonly version: string;
  /** By year: weekdays that are not worked, and weekend days that are. */
  readonly years: Readonly<Record<string, { readonly off: readonly LocalDate[]; readonly makeup: readonly LocalDate[] }>>;
}

/** Stream of a rules document, by the hash of its text. */
export const rulesStream = (hash: string): string => `rules/${hash}`;
/** Stream of a plan. */
export const planStream = (plan: PlanId): string => `plan/${plan}`;
/** Stream of the organisation: one for each tenant. */
export const ORGANISATION_STREAM = 'organisation';
/** Stream of the working calendar: one for each tenant. */
export const CALENDAR_STREAM = 'calendar';
