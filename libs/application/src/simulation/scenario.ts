import type { Bilingual } from '#contracts';
import type {
  ClockTime,
  DocumentRef,
  Instant,
  ItemId,
  LocalDate,
  PlanChange,
  ReportId,
  Tier,
  UnitClass,
  UnitId,
  UnitKind,
} from '#engine';

/** What happened under a plan, as a file tells it: named deeds on their dates, and habits of everybody else. */
export interface Scenario {
  readonly title: Bilingual;
  /** Turns the habits' shares into particular units; another seed gives another year. */
  readonly seed: string;
  /** Name of the organisation file, beside the scenario. */
  readonly organisation: string;
  /** Name of the calendar file; null: the calendar of Vietnam that comes with the system. */
  readonly calendar: string | null;
  /** Names of the rules files, parents before the plans that cite them. */
  readonly rules: readonly string[];
  /** For each kind of behaviour the first habit that fits and names it counts. */
  readonly habits: readonly Habit[];
  /** In the order of time. */
  readonly actions: readonly Action[];
}

/** Both ends included. */
export type Range = readonly [from: number, to: number];

/** When something with a due date comes in. What is neither on time nor late never comes. */
export interface Punctuality {
  /** Share of obligations, 0 to 1, that come in on time … */
  readonly onTime: number;
  /** … and late. */
  readonly late: number;
  /** Working days before the last allowed day. */
  readonly early: Range;
  /** Calendar days after the last allowed day; a day off moves to the next working day. */
  readonly lateBy: Range;
  /**
   * `hours`: what is due at a clock time comes in on that very day, working day or not: `early` hours before it, and half an hour
   * more, or `lateBy` hours after it.
   */
  readonly count: 'days' | 'hours';
}

/** Whom a habit is of: every condition that is given must hold. */
export interface Who {
  readonly units: readonly UnitId[] | null;
  readonly kind: UnitKind | null;
  readonly tier: Tier | null;
  /** The unit itself and all below it. */
  readonly within: UnitId | null;
}

/** How units behave that no action speaks of. What is null is left to the next habit that fits. */
export interface Habit {
  readonly who: Who;
  /** Keys of obligations, whole (`report 1@2022-9M`) or up to the `@` (`item 2.3`); null: all of them. */
  readonly what: readonly string[] | null;
  /** Working days from derivation to receipt. */
  readonly receive: Range | null;
  /** Working days from receipt to the start of work; recurring work starts in its period at the earliest. */
  readonly start: Range | null;
  readonly submit: Punctuality | null;
  readonly report: Punctuality | null;
  /** What has no date ("as regulated"): the share that is done, and after how many working days. */
  readonly undated: { readonly share: number; readonly after: Range } | null;
  /** Working days that this unit takes to accept what others hand in. */
  readonly accept: Range | null;
}

interface Dated {
  readonly at: Instant;
}

interface OnItem extends Dated {
  readonly unit: UnitId;
  readonly item: ItemId;
}

interface OnReport extends Dated {
  readonly unit: UnitId;
  readonly report: ReportId;
}

interface OnPlan extends Dated {
  readonly rules: string;
  readonly document: DocumentRef;
}

/** Who issues the ready draft of its own plan: one unit, or each unit of a class but for some. */
export type Drafters =
  | { readonly unit: UnitId }
  | { readonly each: UnitClass; readonly below: UnitId; readonly except: readonly UnitId[] };

/** One dated deed. `by` is the unit that acts where that is not the unit itself; null: whoever it falls to. */
export type Action =
  | (Dated & { readonly do: 'issue'; readonly rules: string })
  /** `{n}` in the number stands for the place in the list of drafters, from 1. */
  | (Dated & { readonly do: 'issue-draft'; readonly who: Drafters; readonly number: string; readonly language: 'vi' | 'en' })
  | (Dated & { readonly do: 'receive'; readonly unit: UnitId })
  | (OnItem & { readonly do: 'start' })
  | (OnItem & { readonly do: 'submit'; readonly note: string | null })
  | (OnItem & { readonly do: 'accept'; readonly by: UnitId | null })
  | (OnItem & { readonly do: 'return'; readonly by: UnitId | null; readonly reason: string })
  | (OnItem & { readonly do: 'extend'; readonly to: LocalDate; readonly document: DocumentRef })
  | (OnItem & { readonly do: 'resolve'; readonly due: LocalDate; readonly by: UnitId | null; readonly document: DocumentRef })
  | (OnItem & {
      readonly do: 'suspend';
      readonly from: LocalDate;
      readonly until: LocalDate | null;
      readonly document: DocumentRef;
    })
  | (OnItem & { readonly do: 'resume'; readonly on: LocalDate; readonly document: DocumentRef })
  | (OnItem & { readonly do: 'withdraw'; readonly reason: string; readonly document: DocumentRef })
  | (OnReport & { readonly do: 'extend-report'; readonly to: LocalDate; readonly document: DocumentRef })
  /** Facts of the plan of that rules file; the acting unit is the issuer of the document. */
  | (OnPlan & {
      readonly do: 'declare';
      readonly event: string;
      readonly on: LocalDate;
      readonly units: readonly UnitId[] | null;
    })
  | (OnPlan & { readonly do: 'amend'; readonly changes: readonly PlanChange[] })
  | (OnPlan & { readonly do: 'end'; readonly how: 'repealed' | 'withdrawn' })
  /** A calendar file beside the scenario takes the place of the one before. */
  | (Dated & { readonly do: 'calendar'; readonly calendar: string })
  /** The organisation changes, as a file of changes beside the scenario says. */
  | (Dated & { readonly do: 'reorganise'; readonly changes: string })
  /** Asks a unit for a report beyond the regime, which then is `request@<day>`. */
  | (Dated & {
      readonly do: 'request-report';
      readonly unit: UnitId;
      readonly by: UnitId;
      readonly title: string;
      readonly due: LocalDate;
      readonly time: ClockTime | null;
      readonly document: DocumentRef | null;
    })
  /** A case is there in which the plan asks for a report, which then is `case@<day>`. */
  | (Dated & { readonly do: 'raise-case'; readonly unit: UnitId; readonly condition: string })
  | (OnReport & { readonly do: 'submit-report'; readonly content: string })
  | (OnReport & { readonly do: 'accept-report'; readonly by: UnitId | null })
  | (OnReport & { readonly do: 'return-report'; readonly by: UnitId | null; readonly reason: string });

export type DeedName = Action['do'];
