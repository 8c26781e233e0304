/**
 * The rows that read models keep, one interface per table, fields named as its columns. Days are `YYYY-MM-DD`, instants
 * ISO 8601 with +07:00. The tenant leads every table and is added by whoever stores the rows.
 */

/** A published rules document. */
export interface RulesDocumentRow {
  readonly hash: string;
  readonly text: string;
  /** What the text was read as, as JSON. */
  readonly rules: string;
}

/** A plan as it was issued. */
export interface PlanRow {
  readonly id: string;
  readonly root: string;
  readonly parent: string | null;
  readonly number: string;
  readonly issuer: string;
  readonly issued_on: string;
  readonly title: string;
  readonly rules: string;
  readonly status: 'issued' | 'cascaded' | 'replaced' | 'repealed' | 'withdrawn';
}

/** A row of a plan's annex: what items are titled by. */
export interface TaskRow {
  readonly plan: string;
  readonly no: string;
  readonly section: number | null;
  readonly title: string;
  readonly deliverable: string | null;
  /** Number of the parent's task that it makes concrete. */
  readonly refines: string | null;
}

/** A unit as it was last known, and for how long it exists. */
export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly kind: string;
  readonly superior: string | null;
  readonly valid_from: string;
  /** First day on which it no longer exists; null while it does. */
  readonly valid_until: string | null;
  readonly successors: readonly string[];
}

/** What one unit owes under one plan; its items, reports and duties hang on (plan, unit). */
export interface UnitPlanRow {
  readonly plan: string;
  readonly unit: string;
  readonly source: string;
  readonly provisional: boolean;
  readonly own_plan: string | null;
  /** Version of the stream that the row was made from. */
  readonly version: number;
  readonly acceptors: readonly string[];
  /** Tasks led jointly, as JSON: `[{task, source, accountable}]`. */
  readonly joint: string;
  /** Tasks supported, as JSON: `[{task, source}]`. */
  readonly supports: string;
  /** When the unit ceased to be. */
  readonly transferred_at: string | null;
}

/** The request for a later day that stands on an item or a report, or was refused; nulls where there is none. */
export interface ExtensionColumns {
  readonly extension_to: string | null;
  readonly extension_reason: string | null;
  /** When it was asked for. */
  readonly extension_at: string | null;
  /** Why it was refused; null while nobody has answered. */
  readonly extension_refusal: string | null;
}

export interface ItemRow extends ExtensionColumns {
  readonly plan: string;
  readonly unit: string;
  readonly id: string;
  readonly task: string;
  readonly source: string;
  readonly period: string | null;
  readonly kind: string;
  readonly due: string | null;
  readonly receiver: string | null;
  readonly status: string;
  readonly generation: number;
  readonly received_at: string | null;
  readonly submitted_at: string | null;
  readonly completed_at: string | null;
  /** Clock time of the last day, `HH:MM`; null: to its end. */
  readonly due_time: string | null;
  /** The outside event or case that it waits or waited for. */
  readonly awaits: string | null;
  readonly estimate: string | null;
  /** Who names the date that the text leaves open. */
  readonly resolver: string | null;
  /** The obligation whose lateness it is to explain. */
  readonly explains: string | null;
  /** Units that are no more, whose work it carries on. */
  readonly inherited_from: readonly string[];
}

export interface ReportRow extends ExtensionColumns {
  readonly plan: string;
  readonly unit: string;
  readonly id: string;
  readonly regime: string;
  readonly source: string;
  readonly period: string;
  readonly from_day: string;
  readonly until_day: string;
  readonly due: string | null;
  readonly to_unit: string;
  readonly via_unit: string | null;
  readonly copies: readonly string[];
  readonly consolidated: boolean;
  readonly inputs: readonly string[];
  /** Inputs that the standing submission took in. */
  readonly received: readonly string[];
  readonly status: string;
  readonly submitted_at: string | null;
  readonly content: string | null;
  readonly due_time: string | null;
  readonly generation: number;
  readonly via_next: readonly string[];
  /** The other period that the same submission serves. */
  readonly serves: string | null;
  readonly into_system: string | null;
  /** What was asked for beyond the regime. */
  readonly asked: string | null;
  /** When a consolidation stopped taking in inputs; then `closed_*` say what was in. */
  readonly closed_at: string | null;
  readonly closed_received: readonly string[];
  readonly closed_late: readonly string[];
  readonly closed_missing: readonly string[];
  readonly inherited_from: readonly string[];
}

export interface DutyRow {
  readonly plan: string;
  readonly unit: string;
  readonly id: string;
  readonly source: string;
  readonly due: string | null;
  readonly send_to: string | null;
  readonly own_plan: string | null;
  readonly fulfilled_at: string | null;
  /** `cancelled` or `transferred` where nobody owes it any more. */
  readonly ended: string | null;
  readonly inherited_from: readonly string[];
}

/** A step of the ladder that has happened; never changed, never removed. */
export interface EscalationRow {
  readonly plan: string;
  readonly unit: string;
  readonly obligation: string;
  readonly step: string;
  readonly generation: number;
  readonly due: string;
  readonly at: string;
  /** As JSON: `[{action, target}]`. */
  readonly actions: string;
}
