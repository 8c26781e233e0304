import type { Directory, UnitId } from '../ir/directory.js';
import { dueDate } from '../time/due-date.js';
import { occurrences } from '../time/periods.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { DeadlineKind, DerivedItem, ItemId, Obligations } from '../unit-plan/events.js';
import { assignments, resolver, type Resolver } from './assignment.js';
import { deadlineOf, type EffectivePlan, type EffectiveTask } from './effective-plan.js';
import { addressee, reportsOf } from './reports.js';

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
  for (const regime of plan.rules.regimes) {
    for (const { unit, report } of reportsOf(plan, regime, { directory: context.directory, resolve }))
      draftOf(unit)?.reports.push(report);
  }
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
