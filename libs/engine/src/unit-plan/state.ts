import type { PlanId } from '../ir/plan-rules.js';
import type { UnitId } from '../ir/directory.js';
import { isPast } from '../time/due-instant.js';
import type { Instant, LocalDate } from '../time/local-date.js';
import type { Pace, Stretch } from '../time/stretches.js';
import type { ExtensionRequest } from './extension-request.js';
import type { DerivedDuty, DerivedItem, DerivedReport, ItemId, ObligationKey, Obligations, ReportId } from './derived.js';

/** Where an item stands in its course. `completed`, `cancelled` and `transferred` are the ends of it. */
export type ItemStatus =
  | 'dormant'
  | 'assigned'
  | 'received'
  | 'in-progress'
  | 'submitted'
  | 'completed'
  | 'returned'
  | 'suspended'
  | 'transferred'
  | 'cancelled';

/** The states that an item does not leave. */
export const CLOSED_ITEM: ReadonlySet<ItemStatus> = new Set(['completed', 'cancelled', 'transferred']);

/** Where a report stands in its course; `accepted`, `cancelled` and `transferred` are the ends of it. */
export type ReportStatus = 'expected' | 'submitted' | 'accepted' | 'returned' | 'cancelled' | 'transferred';

/** The states that a report does not leave. */
export const CLOSED_REPORT: ReadonlySet<ReportStatus> = new Set(['accepted', 'cancelled', 'transferred']);

/** A stretch of days on which an item's clock stands still; null: until further notice. */
export interface Suspension {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Overdue and escalated are facts about time, not states: ask {@link isLate} and `fired`. */
export interface ItemState extends DerivedItem {
  readonly status: ItemStatus;
  /** Grows with every moved deadline; the steps of an older generation no longer apply. */
  readonly generation: number;
  /** When the running generation began: reminders due before then are not made up for. */
  readonly since: Instant;
  /** Of the submission that stands (the last one). */
  readonly submittedAt: Instant | null;
  readonly completedAt: Instant | null;
  /** When it was acknowledged, or begun without. */
  readonly receivedAt: Instant | null;
  /** When a submission was last sent back: what time asked for meanwhile is made up for then. */
  readonly returnedAt: Instant | null;
  /** What set the date that stands: the rule, counted with a calendar, or a document, which no calendar moves. */
  readonly basis: 'rule' | 'document';
  /** The day on which what it awaited happened: terms from an event run from it. */
  readonly startedOn: LocalDate | null;
  /** The ledger of suspensions, in order; the last may be running. */
  readonly suspensions: readonly Suspension[];
  /** What it goes back to when its clock runs again. */
  readonly suspendedFrom: ItemStatus | null;
  /** When its clock was stopped last, whatever the day from which it stands still; absent where it never was. */
  readonly stoppedAt?: Instant;
  /** The request for a later day that stands, or was refused; absent where there is none. */
  readonly extension?: ExtensionRequest;
}

/** A report and what became of it. */
export interface ReportState extends DerivedReport {
  readonly status: ReportStatus;
  readonly since: Instant;
  readonly submittedAt: Instant | null;
  /** When a submission was last sent back. */
  readonly returnedAt: Instant | null;
  readonly content: string | null;
  readonly received: readonly UnitId[];
  /** Grows with every moved deadline. */
  readonly generation: number;
  /** Of a consolidation: what was in when its day had passed; null while it is open. */
  readonly closed: ClosedInputs | null;
  /** The request for a later day that stands, or was refused; absent where there is none. */
  readonly extension?: ExtensionRequest;
}

/** What a consolidation took in by its day. */
export interface ClosedInputs {
  readonly received: readonly UnitId[];
  readonly late: readonly UnitId[];
  readonly missing: readonly UnitId[];
  readonly at: Instant;
}

/** A duty to issue a plan, and the plan that met it. */
export interface DutyState extends DerivedDuty {
  readonly since: Instant;
  /** The plan that fulfilled it. */
  readonly plan: PlanId | null;
  readonly fulfilledAt: Instant | null;
  /** Why nobody owes it any more; null while it stands. */
  readonly ended: 'cancelled' | 'transferred' | null;
}

/** A step that has happened. */
export interface FiredStep {
  readonly obligation: ObligationKey;
  readonly step: string;
  readonly generation: number;
  readonly at: Instant;
}

/** The last year (`2022`), and the last month (`2022-04`) of what returns daily or weekly, that has been opened. */
export type OpenedThrough = Readonly<Record<Pace, Stretch>>;

/** A plan that a unit has issued to carry out one above. */
export interface OwnPlan {
  readonly plan: PlanId;
  /** The plan that it carries out; null where the log does not tell. */
  readonly parent: PlanId | null;
  /** The year for which it counts. */
  readonly year: number;
}

/** Everything one unit owes and did under one plan: only what deciding and showing need. */
export interface UnitPlanState {
  readonly plan: PlanId;
  readonly unit: UnitId;
  /** The plan that it follows now: the nearest one above. */
  readonly source: PlanId;
  readonly provisional: boolean;
  readonly acceptors: readonly UnitId[];
  readonly items: ReadonlyMap<ItemId, ItemState>;
  readonly joint: Obligations['joint'];
  readonly supports: Obligations['supports'];
  readonly reports: ReadonlyMap<ReportId, ReportState>;
  readonly duties: ReadonlyMap<string, DutyState>;
  readonly fired: readonly FiredStep[];
  /** The plan of its own that it has issued last. */
  readonly ownPlan: PlanId | null;
  /** All of them, in order: under each parent one for a year at most. */
  readonly ownPlans: readonly OwnPlan[];
  /** Version of the calendar that its dates were last counted with. */
  readonly calendar: string;
  /** Keys of the facts that have been applied: amendments, each once. */
  readonly applied: ReadonlySet<string>;
  /** By each plan that has reached the unit, the stretches up to which what returns has been opened. */
  readonly opened: ReadonlyMap<PlanId, OpenedThrough>;
  /** When the unit ceased to be; null while it exists. */
  readonly transferredAt: Instant | null;
  /** Number of events folded. */
  readonly version: number;
}

/** Stream of a unit plan. */
export const unitPlanStream = (plan: PlanId, unit: UnitId): string => `unit-plan/${plan}/${unit}`;

/** Every plan whose text sets something in a unit plan, or will: what a {@link RulesContext} for it must know. Linear in its size. */
export function sourcesOf({ plan, source, items, reports, duties, opened }: UnitPlanState): ReadonlySet<PlanId> {
  const sources = new Set([plan, source, ...opened.keys()]);
  for (const owed of [items, reports, duties]) for (const { source: by } of owed.values()) sources.add(by);
  return sources;
}

/**
 * True where the last allowed moment (the end of the day, or a clock time of it) has passed at an instant, or had when the
 * standing submission came in.
 */
export const isLate = ({ due, time }: Pick<DerivedItem, 'due' | 'time'>, doneAt: Instant | null, now: Instant): boolean =>
  due !== null && isPast(due, time, doneAt ?? now);
