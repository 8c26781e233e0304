import type { Addressee, RegimeRule, ReportRoute, Via } from '../ir/plan-rules.js';
import type { Directory, UnitId } from '../ir/directory.js';
import { dueDate } from '../time/due-date.js';
import type { LocalDate } from '../time/local-date.js';
import { occurrences, periodicDueDate, reportingPeriods, type ReportingPeriod } from '../time/periods.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { DeadlineKind, DerivedItem, DerivedReport, ItemId, Obligations, ReportId } from '../unit-plan/events.js';
import { assignments, resolver, type Resolver } from './assignment.js';
import { deadlineOf, type EffectivePlan, type EffectiveTask } from './effective-plan.js';

/** What a cascade is derived with, besides the plan: the organisation and the calendar, each of one version. */
export interface CascadeContext {
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
}

type Draft = { -readonly [K in keyof Obligations]: Obligations[K][number][] };

/** What every unit in scope owes under a plan. Cost: linear in the number of obligations. */
export function obligationsBelow(plan: EffectivePlan, context: CascadeContext): ReadonlyMap<UnitId, Obligations> {
  const scope = plan.rules.plan.issuer;
  const drafts = new Map<UnitId, Draft>();
  const inScope = new Map<UnitId, boolean>();
  const draftOf = (unit: UnitId): Draft | undefined => {
    const within = inScope.get(unit) ?? context.directory.isWithin(unit, scope);
    inScope.set(unit, within);
    if (!within) return undefined;
    const draft = drafts.get(unit) ?? { items: [], joint: [], supports: [], duties: [], reports: [] };
    drafts.set(unit, draft);
    return draft;
  };
  const resolve = resolver(context.directory);
  addItems(plan, { ...context, resolve, draftOf });
  addDuties(plan, { ...context, resolve, draftOf });
  for (const regime of plan.rules.regimes) addReports(plan, regime, { ...context, resolve, draftOf });
  return drafts;
}

interface Work extends CascadeContext {
  readonly resolve: Resolver;
  draftOf(unit: UnitId): Draft | undefined;
}

function addItems(plan: EffectivePlan, work: Work): void {
  for (const { task, holders, supporters } of assignments(plan, work.resolve)) {
    const made = itemsOf(task, work.calendar);
    for (const { unit, joint } of holders) {
      const receiver = task.rule.report ? addressee(task.rule.report.to, unit, work.directory) : null;
      const draft = work.draftOf(unit);
      for (const item of made) draft?.items.push({ ...item, receiver, jointLeads: joint });
      for (const other of joint) work.draftOf(other)?.joint.push({ task: task.key, source: task.source, accountable: unit });
    }
    for (const unit of supporters) work.draftOf(unit)?.supports.push({ task: task.key, source: task.source });
  }
}

/** A task's items but for who holds them: one, or one for each period. */
function itemsOf(task: EffectiveTask, calendar: WorkingCalendar): readonly Omit<DerivedItem, 'receiver' | 'jointLeads'>[] {
  const rule = deadlineOf(task.rule);
  const kind = deadlineKind(task);
  const base = { task: task.key, source: task.source, kind };
  if (rule?.kind !== 'recurring') {
    const due = rule && dueDate(rule, { issuedOn: task.issuedOn, calendar });
    return [{ ...base, id: task.key as ItemId, period: null, due }];
  }
  return occurrences(rule.every, task.issuedOn, task.horizon).map(({ label, until }) => ({
    ...base,
    id: `${task.key}@${label}` as ItemId,
    period: label,
    due: until,
  }));
}

/** How statistics group a task: by its deadline, or as one whose only date is that of its report. */
export function deadlineKind({ rule }: EffectiveTask): DeadlineKind {
  if (rule.deadline) return rule.deadline.kind;
  return rule.report ? 'report-before' : 'as-regulated';
}

function addDuties(plan: EffectivePlan, { resolve, calendar, directory, draftOf }: Work): void {
  const { rules } = plan;
  for (const duty of rules.duties) {
    const due = duty.deadline && dueDate(duty.deadline, { issuedOn: rules.plan.issuedOn, calendar });
    for (const unit of resolve.units(duty.units, rules.plan.issuer)) {
      const sendTo = duty.sendTo && addressee(duty.sendTo, unit, directory);
      draftOf(unit)?.duties.push({ id: plan.prefix + duty.id, source: plan.id, due, sendTo });
    }
  }
}

interface Sender {
  readonly unit: UnitId;
  readonly to: UnitId;
  readonly via: UnitId | null;
  readonly route: ReportRoute;
}

function addReports(plan: EffectivePlan, regime: RegimeRule, work: Work): void {
  const { rules } = plan;
  const senders = sendersOf(regime, rules.plan.issuer, work);
  const inputs = new Map<UnitId, UnitId[]>();
  for (const { unit, to } of senders) {
    const known = inputs.get(to);
    if (known) known.push(unit);
    else inputs.set(to, [unit]);
  }
  const periods = reportingPeriods(regime, rules.plan.issuedOn, rules.horizon);
  for (const period of periods) {
    const report = reportOf(plan, regime, period);
    for (const sender of senders) {
      const due = sender.route.due ? periodicDueDate(period.period, period.year, sender.route.due) : period.due;
      if (due <= rules.plan.issuedOn) continue;
      work.draftOf(sender.unit)?.reports.push({
        ...report,
        due,
        to: sender.to,
        via: sender.via,
        copies: sender.route.copies.flatMap((copy) => addressee(copy, sender.unit, work.directory) ?? []),
        consolidated: false,
        inputs: inputs.get(sender.unit) ?? [],
      });
    }
    addConsolidation(regime, { report, period, inputs }, work);
  }
}

function addConsolidation(
  regime: RegimeRule,
  { report, period, inputs }: { report: ReportStem; period: ReportingPeriod; inputs: ReadonlyMap<UnitId, readonly UnitId[]> },
  work: Work,
): void {
  const rule = regime.consolidation;
  const to = rule && addressee(rule.to, rule.by, work.directory);
  if (!rule || !to) return;
  const due: LocalDate | null = rule.due && periodicDueDate(period.period, period.year, rule.due);
  work.draftOf(rule.by)?.reports.push({
    ...report,
    id: `${report.id}:all` as ReportId,
    due,
    to,
    via: null,
    copies: [],
    consolidated: true,
    inputs: inputs.get(to) ?? [],
  });
}

type ReportStem = Pick<DerivedReport, 'id' | 'regime' | 'source' | 'period' | 'from' | 'until'>;

const reportOf = (plan: EffectivePlan, regime: RegimeRule, { period, year, from, until }: ReportingPeriod): ReportStem => ({
  id: `${plan.prefix}${regime.id}@${year}-${period}` as ReportId,
  regime: plan.prefix + regime.id,
  source: plan.id,
  period,
  from,
  until,
});

/** Who sends whom what: the first route that reaches a unit counts for it; nobody reports to itself. */
function sendersOf(regime: RegimeRule, issuer: UnitId, { resolve, directory }: Work): readonly Sender[] {
  const senders = new Map<UnitId, Sender>();
  for (const route of regime.routes) {
    for (const unit of resolve.units(route.from, issuer)) {
      const to = addressee(route.to, unit, directory);
      if (to && to !== unit && !senders.has(unit)) senders.set(unit, { unit, to, via: viaUnit(route.via, to, directory), route });
    }
  }
  return [...senders.values()];
}

function addressee(to: Addressee, sender: UnitId, directory: Directory): UnitId | null {
  if (to.kind === 'unit') return to.unit;
  return directory.units.get(sender)?.superior ?? null;
}

function viaUnit(via: Via | null, to: UnitId, directory: Directory): UnitId | null {
  if (via === null) return null;
  return via.kind === 'unit' ? via.unit : (directory.local(to, via.name)?.id ?? null);
}
