import type { LocalDate } from '../time/local-date.js';
import type { ClockTime, DayOffPolicy, DeadlineRule } from './deadline-rule.js';
import type { UnitId } from './directory.js';
import type { ConditionalRule, DocumentChange, FollowUpRule } from './follow-up-rule.js';
import type { Actor, Addressee, EscalationTarget, Place, Via } from './parties.js';
import type { TargetRule } from './target-rule.js';

export type { DeadlineRule, TermUnit } from './deadline-rule.js';
export type { Actor, Addressee, EscalationTarget, Place, Via } from './parties.js';

/** A plan's identity: numbers are reused, so issuer, number and date together. */
export interface PlanRef {
  readonly issuer: UnitId;
  readonly number: string;
  readonly issuedOn: LocalDate;
}

/**
 * One of the periods a regime reports on. `H1`, `9M` and `Y` run from the start of the year; `Q1` to `Q4` are single quarters, `H2`
 * the second half; `M`, `W` and `D` every month, week (Monday to Sunday) and day; `midterm` and `final` sum up the plan once each.
 */
export type ReportPeriod = 'Q1' | 'Q2' | 'Q3' | 'Q4' | 'H1' | 'H2' | '9M' | 'Y' | 'M' | 'W' | 'D' | 'midterm' | 'final';

/** "trước ngày D của tháng cuối kỳ báo cáo" (exclusive) or "chậm nhất ngày D …" (inclusive). */
export interface PeriodicDue {
  /** Day of the month that `of` or `month` names, the last one where that has no such day; 0 where `weekday` tells, or each day. */
  readonly day: number;
  readonly exclusive: boolean;
  /** The period's last month (where absent) or first, or the month after it. */
  readonly of?: 'first' | 'last' | 'next';
  /** A month of the year, 1 to 12, whatever the period: "trước ngày 20/11 hằng năm". */
  readonly month?: number;
  /** 1 = Monday … 7 = Sunday, for weekly reports. */
  readonly weekday?: number;
  /** Clock times of the due day: where given, the day itself is the last one, `exclusive` or not. Several: one report for each. */
  readonly times?: readonly ClockTime[];
}

/**
 * What the reports of a regime cover: from a day of the month before the period to a day of its last month (15 and 14 by Decree
 * 09/2019), or the period as the calendar has it. `cumulative`: every period from the start of the year.
 */
export interface DataWindow {
  readonly days: { readonly from: number; readonly until: number } | 'calendar';
  readonly cumulative?: true;
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
  /** Two and more reports of one task, after the first. */
  readonly moreReports?: readonly { readonly to: Addressee; readonly deadline: DeadlineRule }[];
  /** Who else has to do with it, and as what. */
  readonly others?: readonly { readonly role: OtherRole; readonly actors: readonly Actor[] }[];
  /** Who names what the text leaves open: the date of an unknown deadline, the members of an open group. */
  readonly resolver?: UnitId;
  /** The person who answers for it. */
  readonly responsible?: string;
  /** Days on which a long task is looked at before its end. */
  readonly checkpoints?: readonly DeadlineRule[];
  /** Only where this is the case: nothing is due before somebody says that it is. */
  readonly condition?: string;
  /** Numbers of the targets that it serves. */
  readonly targets?: readonly string[];
}

/** Advises, is the focal point of, watches over; or is asked, being outside the issuer's reach: a request is no order. */
export type OtherRole = 'advise' | 'focal' | 'monitor' | 'request';

/** The duty of units to issue plans of their own. */
export interface DutyRule {
  readonly id: string;
  readonly units: readonly Actor[];
  /** Null where the text names no date: the duty stands, and is never late. */
  readonly deadline: DeadlineRule | null;
  readonly sendTo: Addressee | null;
  readonly place: Place;
  /** What fulfils it besides a plan: another kind of document, or being taken up in another plan. */
  readonly orDocument?: string;
  readonly orMerged?: true;
  /** What the plan must state. */
  readonly mustState?: readonly string[];
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
  /** Further hops after `via`, in order. */
  readonly viaNext?: readonly Via[];
  /** The system that it is entered in besides. */
  readonly into?: string;
}

/** The report that sums up others. */
export interface ConsolidationRule {
  readonly by: UnitId;
  readonly to: Addressee;
  /** Null: the text says only "as regulated". */
  readonly due: PeriodicDue | null;
  readonly place: Place;
  /** Through whom it goes, and who gets a copy. */
  readonly via?: Via;
  readonly copies?: readonly Addressee[];
}

/** One reporting regime: who reports to whom, on which periods, by when, and who consolidates. */
export interface RegimeRule {
  readonly id: string;
  readonly title: string;
  readonly periods: readonly ReportPeriod[];
  readonly due: PeriodicDue;
  readonly routes: readonly ReportRoute[];
  readonly consolidation: ConsolidationRule | null;
  readonly place: Place;
  /** Due dates of single periods, before that of the regime. */
  readonly periodDues?: Readonly<Partial<Record<ReportPeriod, PeriodicDue>>>;
  /** One submission for two periods: the first, which `periods` holds, and the one it serves as well. */
  readonly together?: readonly (readonly [ReportPeriod, ReportPeriod])[];
  /** Absent: by Decree 09/2019. */
  readonly window?: DataWindow;
  /** Reports are due whenever they are asked for, too. */
  readonly onRequest?: true;
  /** Reports that sum up the plan, once each. */
  readonly oneOff?: readonly { readonly period: 'midterm' | 'final'; readonly deadline: DeadlineRule }[];
  /** What a report must hold, or the form it follows. */
  readonly content?: string;
  /** Consolidations of consolidations, upward. */
  readonly chain?: readonly ConsolidationRule[];
}

/** What a step of the ladder does: remind, notify, put before somebody for handling, enter in the list of those who are late. */
export type EscalationAction = 'remind' | 'notify' | 'escalate' | 'list';
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
  /** How the plan wants days read. Where given it is part of each deadline already: only to be shown. */
  readonly policy?: { readonly before?: 'inclusive'; readonly dayOff?: DayOffPolicy };
  /** First day of its effect, where that is not the day of issue. */
  readonly effectiveOn?: LocalDate;
  /** The year that the plan looks ahead to, beyond its end. */
  readonly vision?: number;
  /** Documents that it rests on, as cited. */
  readonly bases?: readonly string[];
  /** Further plans that it carries out. */
  readonly alsoImplements?: readonly PlanRef[];
  /** Earlier plans: whose tasks go on besides, that it changes, takes the place of, or ends. */
  readonly continues?: readonly PlanRef[];
  readonly amends?: readonly PlanRef[];
  readonly replaces?: readonly PlanRef[];
  readonly repeals?: readonly PlanRef[];
  /** What it changes in the plans that it amends. */
  readonly changes?: readonly DocumentChange[];
  /** Documents that it cites are meant as amended from time to time. */
  readonly dynamicReferences?: true;
  /** Who names what the text leaves open, where a task does not say. */
  readonly resolver?: UnitId;
  readonly targets?: readonly TargetRule[];
  /** What follows besides the ladder: explanations, commendations, criticism. */
  readonly followUp?: readonly FollowUpRule[];
  /** What is reported, and to whom, only in some case. */
  readonly conditional?: readonly ConditionalRule[];
}

/** Key of a plan in streams, tables and addresses: `239-KH-UBND_2022-06-30_vn-10`. */
export type PlanId = string & { readonly __brand: 'PlanId' };

/** The key of a plan: of its number only letters and digits, the rest as dashes. */
export const planIdOf = (plan: PlanRef): PlanId =>
  `${plan.number.replace(/[^\p{L}\p{N}]+/gu, '-')}_${plan.issuedOn}_${plan.issuer}` as PlanId;
