import { deadlineOf, type EffectiveTask } from '../cascade/effective-plan.js';
import type { DeadlineRule, TermUnit } from '../ir/deadline-rule.js';
import { dueDate } from '../time/due-date.js';
import { addDays, daysBetween, localDateOf, type LocalDate } from '../time/local-date.js';
import { recurrences } from '../time/recurrence.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import type { ItemState, Suspension } from './state.js';

/**
 * The date that the rule and the ledger give: the rule counted with a calendar from its start (issue, receipt, what it
 * waited for), and put off by each suspension that has ended. Null where no clock runs. A date that a document has set is
 * not counted: it stands until the next document.
 */
export function currentDue(item: ItemState, task: EffectiveTask, calendar: WorkingCalendar): LocalDate | null {
  const rule = ruleOf(item, task);
  if (item.basis === 'document' || rule === null) return item.due;
  const units = { unit: unitOf(rule), calendar, begun: clockBegun(item, rule, task) };
  return afterSuspensions(countedDue(item, { rule, task, calendar }), endedOf(item), units);
}

/** The suspensions that have ended: what one that is running takes is known when it ends. */
export const endedOf = ({ status, suspensions }: ItemState): readonly Suspension[] =>
  status === 'suspended' ? suspensions.slice(0, -1) : suspensions;

/** The day from which a term runs, itself not counted: what lay still before it took nothing. Null for a date that is named. */
export function clockBegun(item: ItemState, rule: DeadlineRule, task: EffectiveTask): LocalDate | null {
  if (rule.kind === 'on-event') return item.startedOn;
  if (rule.kind === 'after') return rule.date;
  if (rule.kind !== 'within') return null;
  return item.startedOn ?? (rule.from === 'issue' ? task.issuedOn : receiptOf(item, task));
}

/** A date put off by each suspension that has ended. */
export function afterSuspensions(
  counted: LocalDate | null,
  suspensions: readonly Suspension[],
  units: InUnits,
): LocalDate | null {
  let due = counted;
  for (const { from, until } of suspensions) if (due !== null && until !== null) due = putOff(due, { from, until }, units);
  return due;
}

/** The part of a task's deadline that sets an item: of work that goes on after it is done once, the first or what follows. */
export function ruleOf({ period, kind }: Pick<ItemState, 'period' | 'kind'>, task: EffectiveTask): DeadlineRule | null {
  const rule = deadlineOf(task.rule);
  if (rule?.kind !== 'then') return rule;
  return period === 'next' || kind !== rule.first.kind ? rule.next : rule.first;
}

interface Counting {
  readonly rule: DeadlineRule;
  readonly task: EffectiveTask;
  readonly calendar: WorkingCalendar;
}

function countedDue(item: ItemState, counting: Counting): LocalDate | null {
  const { rule, task, calendar } = counting;
  const { startedOn } = item;
  if (task.rule.condition !== undefined && startedOn === null) return null;
  switch (rule.kind) {
    case 'on-event':
      return startedOn && sinceEvent(rule, startedOn, calendar);
    case 'until-event':
      return startedOn;
    case 'recurring':
      return occurrenceDue(item, rule, counting);
    case 'within':
      return dueDate(rule, { issuedOn: startedOn ?? task.issuedOn, receivedOn: receiptOf(item, task), calendar });
    default:
      return dueDate(rule, { issuedOn: task.issuedOn, receivedOn: receiptOf(item, task), calendar });
  }
}

/** Receipt before the plan that sets the term counts from that plan's issue. */
function receiptOf({ receivedAt }: ItemState, { issuedOn }: EffectiveTask): LocalDate | null {
  if (receivedAt === null) return null;
  const receivedOn = localDateOf(receivedAt);
  return receivedOn > issuedOn ? receivedOn : issuedOn;
}

/**
 * The day of the event is not counted. "At once" (a term of no days) gives the working day after it; without any term
 * ("after …") the work is awake and has no date.
 */
function sinceEvent(
  { term, direction }: DeadlineRule & { kind: 'on-event' },
  date: LocalDate,
  calendar: WorkingCalendar,
): LocalDate | null {
  if (term === null) return null;
  const kind = direction === 'after' ? 'after' : 'ahead';
  const counted = direction === 'after' && term.amount === 0 ? ({ amount: 1, unit: 'workday' } as const) : term;
  return dueDate({ kind, date, ...counted }, { issuedOn: date, calendar });
}

function occurrenceDue(item: ItemState, rule: DeadlineRule & { kind: 'recurring' }, { task }: Counting): LocalDate | null {
  const dated = item.startedOn === null ? rule : withoutEvent(rule);
  return recurrences(dated, task.issuedOn, task.horizon).find(({ label }) => label === item.period)?.due ?? item.due;
}

/** The same days, whether or not the text has them wait for something. */
const withoutEvent = (rule: Recurring): Recurring => ({ ...rule, event: undefined }) as unknown as Recurring;

type Recurring = DeadlineRule & { readonly kind: 'recurring' };

interface InUnits {
  /** What the term is counted in. */
  readonly unit: TermUnit;
  readonly calendar: WorkingCalendar;
  /** The day from which the term runs: see {@link clockBegun}. */
  readonly begun?: LocalDate | null;
}

/**
 * A date after its clock stood still from a day to a day, both included: what was left of the term goes on from the day after,
 * in working days where the term is counted so, else in calendar days. A date so computed that falls on a day off moves to the next
 * working day. A suspension that began after the date, or that has no day, changes nothing.
 */
export function putOff(
  due: LocalDate,
  { from: stopped, until }: Suspension & { readonly until: LocalDate },
  { unit, calendar, begun = null }: InUnits,
): LocalDate {
  const from = begun !== null && begun >= stopped ? addDays(begun, 1) : stopped;
  if (from > due || until < from) return due;
  const before = addDays(from, -1);
  if (unit === 'workday' || unit === 'workhour') return calendar.addWorkingDays(until, workingDaysIn(before, due, calendar));
  return calendar.rollForward(addDays(until, daysBetween(before, due)));
}

/** Working days after one date up to another. */
function workingDaysIn(after: LocalDate, until: LocalDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let date = addDays(after, 1); date <= until; date = addDays(date, 1)) if (calendar.isWorkingDay(date)) count += 1;
  return count;
}

/** What the term of a rule is counted in; calendar days for a date that the text names. */
export function unitOf(rule: DeadlineRule): TermUnit {
  if (rule.kind === 'within' || rule.kind === 'after' || rule.kind === 'ahead') return rule.unit;
  return rule.kind === 'on-event' && rule.term ? rule.term.unit : 'day';
}
