import type { DeadlineRule } from '../ir/deadline-rule.js';
import type { Directory, UnitId } from '../ir/directory.js';
import { dueDate, estimatedDate, type DeadlineContext } from '../time/due-date.js';
import { recurrences, type Recurrence } from '../time/recurrence.js';
import { addDays, type LocalDate } from '../time/local-date.js';
import { isOpened, isWhole, stretchOfPeriod, type Opening, type Pace, type Stretch } from '../time/stretches.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { DeadlineKind, DerivedItem, ItemId, Obligations } from '../unit-plan/events.js';
import { assignments, resolver, type Assignment, type Resolver } from './assignment.js';
import type { CascadeContext } from './cascade-context.js';
import { dutyStems } from './duties.js';
import { deadlineOf, type EffectivePlan, type EffectiveTask } from './effective-plan.js';
import { addressee } from './report-senders.js';
import { reportsOf } from './reports.js';

/** Which periods of what returns are meant besides; all of them where nothing is said. */
export interface OpeningContext extends CascadeContext {
  readonly opening?: Opening;
}

type Draft = { -readonly [K in keyof Obligations]: Obligations[K][number][] };

/**
 * What every unit in scope owes under a plan: in all of its periods, or in those that are opened. Cost: linear in the number of
 * obligations.
 */
export function obligationsBelow(plan: EffectivePlan, context: OpeningContext): ReadonlyMap<UnitId, Obligations> {
  const scope = plan.rules.plan.issuer;
  const drafts = new Map<UnitId, Draft>();
  const outside = new Set<UnitId>();
  const draftOf = (unit: UnitId): Draft | undefined => {
    let draft = drafts.get(unit);
    if (draft || outside.has(unit)) return draft;
    if (context.directory.isWithin(unit, scope)) {
      draft = { items: [], joint: [], supports: [], duties: [], reports: [] };
      drafts.set(unit, draft);
    } else outside.add(unit);
    return draft;
  };
  const resolve = resolver(context.directory, scope);
  addItems(plan, { ...context, resolve, draftOf });
  addDuties(plan, { ...context, resolve, draftOf });
  for (const regime of plan.rules.regimes) {
    for (const { unit, report } of reportsOf(plan, regime, { ...context, resolve })) draftOf(unit)?.reports.push(report);
  }
  return drafts;
}

interface Work extends OpeningContext {
  readonly resolve: Resolver;
  draftOf(unit: UnitId): Draft | undefined;
}

function addItems(plan: EffectivePlan, work: Work): void {
  for (const assignment of assignments(plan, work.resolve)) {
    const { task, holders } = assignment;
    const made = itemsOf(task, work).map((item) => ({ ...item, ...openQuestion(item, task, plan) }));
    for (const { unit, joint } of holders) {
      const receiver = receiverOf(task, unit, work.directory);
      // Most holders' items are alike: they share one object, which nobody changes.
      const own = receiver === null && joint.length === 0 ? made : made.map((item) => ({ ...item, receiver, jointLeads: joint }));
      if (own.length > 0 || isWhole(work.opening)) work.draftOf(unit)?.items.push(...own);
    }
    if (isWhole(work.opening)) addHelpers(assignment, work);
  }
}

/** Who leads a task jointly with its holder, and who supports it. */
function addHelpers({ task: { key, source }, holders, supporters }: Assignment, { draftOf }: Work): void {
  for (const { unit, joint } of holders) {
    for (const other of joint) draftOf(other)?.joint.push({ task: key, source, accountable: unit });
  }
  const support = { task: key, source };
  for (const unit of supporters) draftOf(unit)?.supports.push(support);
}

/** Who names the date that the text leaves open: as the task says, else the plan that sets it. */
function openQuestion(item: DerivedItem, task: EffectiveTask, plan: EffectivePlan): Pick<DerivedItem, 'resolver'> {
  if (item.due !== null || !LEFT_OPEN.has(item.kind)) return {};
  let setting: EffectivePlan | null = plan;
  while (setting && setting.id !== task.source) setting = setting.parent;
  const resolver = task.rule.resolver ?? setting?.rules.resolver;
  return resolver === undefined ? {} : { resolver };
}

const LEFT_OPEN: ReadonlySet<DeadlineKind> = new Set<DeadlineKind>([
  'as-regulated',
  'provisional',
  'on-event',
  'until-event',
  'on-request',
]);

const receiverOf = ({ rule }: EffectiveTask, unit: UnitId, directory: Directory): UnitId | null =>
  rule.report && addressee(rule.report.to, unit, directory);

/** A task's items as held by one unit alone that reports to nobody: one, or one for each period. */
function itemsOf(task: EffectiveTask, counting: Counting): readonly DerivedItem[] {
  const rule = deadlineOf(task.rule);
  if (rule?.kind !== 'then') return itemsUnder(rule, deadlineKind(task), { task, ...counting, begun: task.issuedOn });
  const first = itemsUnder(rule.first, rule.first.kind as DeadlineKind, { task, ...counting, begun: task.issuedOn });
  const begun = nextBegins(rule, task, counting.calendar);
  const next = itemsUnder(rule.next, rule.next.kind as DeadlineKind, { task, ...counting, begun });
  return [
    ...first,
    ...next.map((item) => (item.period === null ? { ...item, id: `${item.id}@next` as ItemId, period: 'next' } : item)),
  ];
}

/** What goes on afterwards is counted from the day after the first part's last one, where that is known. */
function nextBegins(
  { first }: DeadlineRule & { kind: 'then' },
  { issuedOn }: EffectiveTask,
  calendar: WorkingCalendar,
): LocalDate {
  const end = dueDate(first, { issuedOn, calendar });
  return end === null ? issuedOn : addDays(end, 1);
}

interface Counting {
  readonly calendar: WorkingCalendar;
  readonly opening?: Opening;
}

interface Beginning extends Counting {
  readonly task: EffectiveTask;
  readonly begun: LocalDate;
}

/** The occurrences of a task that returns, each with the stretch in which it is opened; none of any other. */
export function stretchesOfTask(task: EffectiveTask, calendar: WorkingCalendar): readonly Stretch[] {
  const rule = deadlineOf(task.rule);
  const parts =
    rule?.kind === 'then'
      ? ([
          [rule.first, task.issuedOn],
          [rule.next, nextBegins(rule, task, calendar)],
        ] as const)
      : ([[rule, task.issuedOn]] as const);
  return parts.flatMap(([part, begun]) =>
    part?.kind === 'recurring' ? recurrences(part, begun, task.horizon).map((each) => stretchOfOccurrence(part, each)) : [],
  );
}

const stretchOfOccurrence = (rule: DeadlineRule & { kind: 'recurring' }, { begins, due }: Recurrence): Stretch =>
  stretchOfPeriod(begins, due, taskPace(rule));

/** Days of the year and seasons come by the year, however often the text says that they return. */
const taskPace = ({ every, at }: DeadlineRule & { kind: 'recurring' }): Pace =>
  (every === 'day' || every === 'week') && at?.kind !== 'dates' && at?.kind !== 'season' ? 'monthly' : 'yearly';

/** The items of one part of a deadline. A task that is conditional has no date before somebody says that its case is there. */
function itemsUnder(rule: DeadlineRule | null, kind: DeadlineKind, beginning: Beginning): readonly DerivedItem[] {
  const { task, calendar, begun, opening } = beginning;
  const base = { task: task.key, source: task.source, kind };
  const awaits = task.rule.condition ?? (rule ? eventOf(rule) : undefined);
  const waiting = awaits === undefined ? {} : { awaits };
  const context = { issuedOn: task.issuedOn, calendar };
  if (rule?.kind !== 'recurring') {
    if (!isWhole(opening)) return [];
    const due = rule && task.rule.condition === undefined ? dueDate(rule, context) : null;
    return [
      { id: task.key as ItemId, ...base, period: null, due, ...ALONE, ...waiting, ...(rule ? besides(rule, context) : {}) },
    ];
  }
  const opened = recurrences(rule, begun, task.horizon).filter((each) => isOpened(opening, stretchOfOccurrence(rule, each)));
  return opened.map(({ label, due }) => ({
    id: `${task.key}@${label}` as ItemId,
    ...base,
    period: label,
    due: task.rule.condition === undefined ? due : null,
    ...ALONE,
    ...waiting,
    ...timeOfOccurrence(rule, label),
  }));
}

/** What a deadline waits for, outside the plan. */
function eventOf(rule: DeadlineRule): string | undefined {
  return rule.kind === 'on-event' || rule.kind === 'until-event' || rule.kind === 'recurring' ? rule.event : undefined;
}

/** The clock time of a day that the text names, and the day that an estimate names. */
function besides(rule: DeadlineRule, context: DeadlineContext): Pick<DerivedItem, 'time' | 'estimate'> {
  if ((rule.kind === 'before' || rule.kind === 'by') && rule.time !== undefined) return { time: rule.time };
  const estimate = estimatedDate(rule, context);
  return estimate === null ? {} : { estimate };
}

/** Of several clock times of a day, each occurrence has its own, at the end of its label. */
function timeOfOccurrence({ times = [] }: DeadlineRule & { kind: 'recurring' }, label: string): Pick<DerivedItem, 'time'> {
  const time = times.length < 2 ? times[0] : times.find((each) => label.endsWith(`T${each}`));
  return time === undefined ? {} : { time };
}

const ALONE = { receiver: null, jointLeads: [] } as const;

/** How statistics group a task: by its deadline, or as one whose only date is that of its report, which must be one that is known. */
export function deadlineKind({ rule }: EffectiveTask): DeadlineKind {
  const deadline = rule.deadline?.kind === 'then' ? rule.deadline.first : rule.deadline;
  if (deadline) return deadline.kind as DeadlineKind;
  return rule.report && rule.report.deadline.kind !== 'as-regulated' ? 'report-before' : 'as-regulated';
}

function addDuties(plan: EffectivePlan, { resolve, calendar, opening, directory, draftOf }: Work): void {
  for (const duty of plan.rules.duties) {
    const stems = dutyStems(plan, duty, { calendar, ...(opening && { opening }) });
    if (stems.length === 0) continue;
    for (const unit of resolve.units(duty.units, plan.rules.plan.issuer)) {
      const sendTo = duty.sendTo && addressee(duty.sendTo, unit, directory);
      draftOf(unit)?.duties.push(...stems.map((stem) => ({ ...stem, sendTo })));
    }
  }
}
