import type { Doer } from './doer.js';

/**
 * What queries answer, as it travels: plain JSON. Dates are `YYYY-MM-DD`; instants ISO 8601 with +07:00.
 * "Late" and "overdue" are computed for the moment of the question, never stored.
 */

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque cursor of the next page; null on the last one. */
  readonly next: string | null;
}

export interface PageRequest {
  /** Cursor from the page before. */
  readonly after?: string;
  /** 1 to 200; 50 unless told. */
  readonly limit?: number;
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly kind: string;
  readonly superior: string | null;
}

export interface PlanView {
  readonly id: string;
  readonly root: string;
  readonly parent: string | null;
  readonly number: string;
  readonly issuer: UnitView;
  readonly issuedOn: string;
  readonly title: string;
  readonly rules: string;
  /** `issued` until every unit plan below is derived, then `cascaded`; the rest once a document has ended it. */
  readonly status: 'issued' | 'cascaded' | 'replaced' | 'repealed' | 'withdrawn';
  readonly unitPlans: number;
}

export type Timeliness = 'not-due' | 'on-time' | 'late' | 'overdue' | 'no-deadline';

/** A later day that a unit has asked for. It is over once a document moves the deadline, or the work is handed in or ends. */
export interface ExtensionView {
  /** The last allowed day that is asked for. */
  readonly to: string;
  readonly reason: string;
  readonly at: string;
  /** Why it was refused; null while nobody has answered. */
  readonly refusal: string | null;
}

export interface ItemView {
  readonly plan: string;
  readonly unit: UnitView;
  readonly id: string;
  readonly task: string;
  readonly title: string;
  /** What is to come of it, as the plan words it; null where it does not say. */
  readonly deliverable: string | null;
  readonly source: string;
  readonly period: string | null;
  readonly deadlineKind: string;
  readonly due: string | null;
  /** Clock time of the last day, `HH:MM`; null: to its end. */
  readonly dueTime: string | null;
  /** What it waits for, or waited for, outside the plan. */
  readonly awaits: string | null;
  /** The day that the text expects; nothing is late by it. */
  readonly estimate: string | null;
  /** Who names the date that the text leaves open. */
  readonly resolver: string | null;
  /** The obligation whose lateness it is to explain. */
  readonly explains: string | null;
  /** Units that are no more, whose work it carries on. */
  readonly inheritedFrom: readonly string[];
  /** The request for a later day that stands, or was refused; null where there is none. */
  readonly extension: ExtensionView | null;
  readonly status: string;
  readonly receivedAt: string | null;
  readonly submittedAt: string | null;
  readonly completedAt: string | null;
  readonly timeliness: Timeliness;
  readonly daysLate: number;
  /** Names of the steps that have happened in the running generation. */
  readonly escalated: readonly string[];
}

export interface ReportView {
  readonly plan: string;
  readonly unit: UnitView;
  readonly id: string;
  readonly period: string;
  readonly from: string;
  readonly until: string;
  readonly due: string | null;
  readonly to: UnitView;
  readonly via: UnitView | null;
  /** Further units that it passes through, in order; each may send it back. */
  readonly viaNext: readonly UnitView[];
  readonly copies: readonly UnitView[];
  /** The other period that the same report serves. */
  readonly serves: string | null;
  /** The system that it is entered in besides. */
  readonly into: string | null;
  /** What was asked for, beyond the regime. */
  readonly asked: string | null;
  /** Clock time up to which the last day counts, `HH:MM`; null: to its end. */
  readonly dueTime: string | null;
  readonly status: string;
  readonly submittedAt: string | null;
  readonly consolidated: boolean;
  readonly inputs: { readonly expected: number; readonly received: number; readonly missing: readonly string[] };
  /** Of a consolidation whose day has passed: what it took in then. */
  readonly closed: ClosedView | null;
  /** The request for a later day that stands, or was refused; null where there is none. */
  readonly extension: ExtensionView | null;
  readonly timeliness: Timeliness;
  readonly daysLate: number;
}

/** A report with what it says: where one unit's are shown, not in lists of many. */
export interface WrittenReportView extends ReportView {
  /** What was sent last; null until then. */
  readonly content: string | null;
}

/** What a consolidation took in by its day. */
export interface ClosedView {
  readonly at: string;
  readonly received: readonly string[];
  /** Of those received: after their own last day. */
  readonly late: readonly string[];
  readonly missing: readonly string[];
  /** Of those missing then: in by now. */
  readonly cameAfter: readonly string[];
}

export interface DutyView {
  readonly id: string;
  readonly due: string | null;
  readonly sendTo: UnitView | null;
  /** The plan that fulfilled it. */
  readonly plan: string | null;
  readonly fulfilledAt: string | null;
  readonly timeliness: Timeliness;
}

export interface UnitPlanView {
  readonly plan: string;
  readonly unit: UnitView;
  /** The plan it follows now. */
  readonly source: string;
  readonly provisional: boolean;
  readonly ownPlan: string | null;
  /** Version of the stream: the ETag of writes. */
  readonly version: number;
  readonly items: readonly ItemView[];
  readonly reports: readonly WrittenReportView[];
  readonly duties: readonly DutyView[];
  readonly joint: readonly {
    readonly task: string;
    readonly source: string;
    readonly title: string;
    readonly accountable: string;
  }[];
  readonly supports: readonly { readonly task: string; readonly source: string; readonly title: string }[];
}

/** One unit in the tree of a cascade, with the units below it that have a unit plan. */
export interface CascadeNode {
  readonly unit: UnitView;
  /** Null for a unit that only stands between two others. */
  readonly source: string | null;
  readonly provisional: boolean;
  readonly ownPlan: string | null;
  readonly items: Counts;
  readonly reports: Counts;
  readonly children: readonly CascadeNode[];
}

/** `total` = `done + open + noDeadline…`: every obligation stands in exactly one of the first three. */
export interface Counts {
  readonly total: number;
  readonly onTime: number;
  readonly late: number;
  /** Due and not in. */
  readonly overdue: number;
  /** Not due yet, standing, or unknown. */
  readonly open: number;
}

export interface Progress {
  readonly plan: PlanView;
  readonly asOf: string;
  readonly items: Counts;
  readonly reports: Counts;
  readonly byTier: Readonly<Record<string, { readonly unitPlans: number; readonly items: Counts; readonly reports: Counts }>>;
  readonly escalations: Readonly<Record<string, number>>;
  readonly late: readonly {
    readonly unit: UnitView;
    readonly task: string;
    readonly due: string;
    readonly daysLate: number;
    readonly done: boolean;
  }[];
}

/** What one unit has on its desk, over all plans. */
export interface Desk {
  readonly unit: UnitView;
  readonly asOf: string;
  readonly overdue: readonly ItemView[];
  /** Due within ten days. */
  readonly dueSoon: readonly ItemView[];
  readonly open: readonly ItemView[];
  readonly reports: readonly ReportView[];
  readonly duties: readonly (DutyView & { readonly planId: string })[];
  /** Submissions of others that wait for this unit to accept or return them. */
  readonly waitingForMe: {
    readonly items: readonly ItemView[];
    readonly reports: readonly ReportView[];
    /** What others ask a later day for, that this unit may grant or refuse. */
    readonly extensionItems: readonly ItemView[];
    readonly extensionReports: readonly ReportView[];
  };
}

export interface EventView {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly data: unknown;
  readonly because: unknown;
  /** Null for the engine's own events, and where nobody was told of. */
  readonly by: Doer | null;
}

/** Reports whose last day has passed: how many were owed, came in, and came in on time. A consolidation is counted apart: not here. */
export interface ReportRate {
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
  /** Received out of expected, and on time out of expected, in per cent, to one decimal; null where none was expected. */
  readonly completeness: number | null;
  readonly timeliness: number | null;
}

/** One period of a table of completeness. */
export interface CompletenessPeriod {
  readonly period: string;
  /** `2022-9M`, `2022-07`, `2022-W27`, `2022-07-05`. */
  readonly label: string;
  readonly from: string;
  readonly until: string;
  /** The latest of the last allowed days. */
  readonly due: string;
  readonly rate: ReportRate;
}

/** Completeness and timeliness of reports, by unit and period. */
export interface Completeness {
  readonly plan: string;
  /** The unit whose subordinates are the rows. */
  readonly within: UnitView;
  readonly asOf: string;
  readonly rate: ReportRate;
  readonly periods: readonly CompletenessPeriod[];
  /** The unit itself, alone, and each unit directly below it together with all that lies below that one. */
  readonly rows: readonly {
    readonly unit: UnitView;
    /** False for the unit itself, whose own reports alone are meant. */
    readonly withBelow: boolean;
    readonly rate: ReportRate;
    /** By the label of the period; absent where nothing was expected. */
    readonly periods: Readonly<Record<string, ReportRate>>;
  }[];
}

/** Reports that have not come in though their last day has passed. */
export interface MissingReports {
  /** How many there are, on all pages. */
  readonly total: number;
  /** The longest overdue first. */
  readonly reports: readonly {
    readonly unit: UnitView;
    readonly report: string;
    readonly period: string;
    readonly label: string;
    readonly due: string;
    readonly daysLate: number;
    readonly to: UnitView;
  }[];
  /** Cursor of the page after this one; null where this is the last. */
  readonly next: string | null;
}

/** A step of the ladder, or a consequence, that has happened. */
export interface LateStep {
  readonly step: string;
  readonly at: string;
  readonly actions: readonly { readonly action: string; readonly target: string | null }[];
}

/** Something that is due and not in. */
export interface LateEntry {
  readonly unit: UnitView;
  /** `item 1.2`, `report 1@2022-9M`, `duty 1`. */
  readonly obligation: string;
  /** Of an item's task; null for reports and duties. */
  readonly title: string | null;
  /** Last allowed day: late since the end of it, or since the clock time of it. */
  readonly due: string;
  readonly dueTime: string | null;
  /** Whole days; 0 where it is hours. */
  readonly daysLate: number;
  /** What has been done about it, in the order of time. */
  readonly steps: readonly LateStep[];
  /** The explanation that was demanded; null where none was. */
  readonly explanation: {
    readonly item: string;
    readonly due: string | null;
    readonly status: string;
    readonly submittedAt: string | null;
  } | null;
}

/** Who is late under a plan, the longest first. */
export interface LateList {
  readonly plan: PlanView;
  readonly asOf: string;
  /** How many there are, on all pages. */
  readonly total: number;
  /** The longest first. */
  readonly late: readonly LateEntry[];
  /** Cursor of the page after this one; null where this is the last. */
  readonly next: string | null;
}

/** Where steps of the ladder, and consequences, have been taken. */
export interface StepsTaken {
  /** How many there are, on all pages. */
  readonly total: number;
  /** The newest first. */
  readonly steps: readonly {
    readonly unit: UnitView;
    readonly obligation: string;
    /** Of an item's task; null for reports and duties. */
    readonly title: string | null;
    readonly step: string;
    readonly at: string;
    /** Last allowed day, as it was then. */
    readonly due: string;
  }[];
  /** Cursor of the page after this one; null where this is the last. */
  readonly next: string | null;
}

/** What one day brought, of one kind of obligation. */
export interface TrendFigures {
  /** Had its last allowed day then. */
  readonly due: number;
  /** Came in then, by its last allowed moment; a submission that was sent back later no longer counts. */
  readonly onTime: number;
  /** Came in then, after its last allowed moment. */
  readonly late: number;
  /** Waited for somebody to act, at the end of the day. */
  readonly open: number;
  /** Had its last day before, and was not in at the end of the day. */
  readonly overdue: number;
  /** Steps of the ladder and consequences that happened. */
  readonly escalations: number;
}

/** One day of a trend. */
export interface TrendDay {
  readonly day: string;
  readonly items: TrendFigures;
  /** Without those that sum up what others sent. */
  readonly reports: TrendFigures;
  readonly duties: TrendFigures;
}

/** How work under a plan went, day by day. Counted some moments after it is recorded: `counted` says how far. */
export interface Trend {
  readonly plan: string;
  /** The unit that it is asked for, with all that lies below it. */
  readonly within: UnitView;
  readonly counted: {
    /** Position of the last event that has been counted, and of the last that was recorded. */
    readonly position: number;
    readonly head: number;
  };
  readonly days: readonly TrendDay[];
}

/** An event as auditors go through what changed: what sort it is of, whose it is, and what it says in short. */
export interface AuditChange extends EventView {
  readonly kind: string;
  /** Of a unit plan's event, the plan at the top of its cascade. */
  readonly plan: string | null;
  readonly unit: string | null;
  readonly said: { readonly vi: string; readonly en: string };
}
