import type { DayOffPolicy, DeadlineRule, Term, TermUnit } from '../ir/deadline-rule.js';
import { addDays, addMonths, lastDayOf, localDate, type LocalDate } from './local-date.js';
import type { WorkingCalendar } from './working-calendar.js';

/** What a deadline rule is read with. */
export interface DeadlineContext {
  readonly issuedOn: LocalDate;
  /** When this recipient received the plan: every unit has its own clock. */
  readonly receivedOn?: LocalDate | null;
  readonly calendar: WorkingCalendar;
}

/**
 * The last allowed day of a rule, that day included; null for a rule without a date (standing, as regulated, on an event or a
 * request, provisional, recurring: its occurrences have dates) or whose clock has not started (receipt). Of work that goes on
 * after it is done once, the last day of that once. A clock time is told by the rule: the day is the one on which it lies.
 *
 * A date that the text names never moves. A computed term that ends on a day off moves to the next working day
 * (Civil Code 2015, article 148); the day of the event is not counted (article 147); a backward term does not move. A rule that
 * states otherwise (`dayOff`) is kept to.
 */
export function dueDate(rule: DeadlineRule, context: DeadlineContext): LocalDate | null {
  if (isUndated(rule)) return null;
  switch (rule.kind) {
    case 'before':
    case 'by':
      return settle(lastNamed(rule), rule.dayOff ?? 'none', context);
    case 'quarter':
      return endOfMonth(rule.year, rule.quarter * 3);
    case 'window':
      return rule.until;
    case 'within':
    case 'after':
      return forward(rule, context);
    case 'ahead':
      return settle(endOfTerm(rule.date, { ...rule, amount: -rule.amount }, context.calendar), rule.dayOff ?? 'none', context);
    case 'then':
      return dueDate(rule.first, context);
    default:
      return assertNever(rule);
  }
}

/** The forms that have no date of their own. */
export type UndatedRule = Extract<
  DeadlineRule,
  { kind: 'recurring' | 'standing' | 'as-regulated' | 'on-event' | 'until-event' | 'on-request' | 'provisional' }
>;

const UNDATED: Readonly<Record<UndatedRule['kind'], true>> = {
  recurring: true,
  standing: true,
  'as-regulated': true,
  'on-event': true,
  'until-event': true,
  'on-request': true,
  provisional: true,
};

/** True for a rule that has no date of its own, whatever is known. */
export const isUndated = (rule: DeadlineRule): rule is UndatedRule => rule.kind in UNDATED;

/** "Before D" is the day before, unless the plan counts D in, or a clock time says when on D. */
function lastNamed(rule: DeadlineRule & { kind: 'before' | 'by' }): LocalDate {
  return rule.kind === 'by' || rule.inclusive || rule.time ? rule.date : addDays(rule.date, -1);
}

function forward(rule: DeadlineRule & { kind: 'within' | 'after' }, context: DeadlineContext): LocalDate | null {
  const { issuedOn, receivedOn, calendar } = context;
  const start = rule.kind === 'after' ? rule.date : rule.from === 'issue' ? issuedOn : receivedOn;
  return start ? settle(endOfTerm(start, rule, calendar), rule.dayOff ?? 'next', context) : null;
}

/** The day that a provisional deadline names for the time being; null for any other, and where the estimate has no date. */
export const estimatedDate = (rule: DeadlineRule, context: DeadlineContext): LocalDate | null =>
  rule.kind === 'provisional' ? dueDate(rule.estimate, context) : null;

function settle(date: LocalDate, policy: DayOffPolicy, { calendar }: DeadlineContext): LocalDate {
  if (policy === 'none' || calendar.isWorkingDay(date)) return date;
  return calendar.addWorkingDays(date, policy === 'next' ? 1 : -1);
}

const HOURS_IN: Readonly<Record<'hour' | 'workhour', number>> = { hour: 24, workhour: 8 };

/** The day that lies a term after a date, or before it where the amount is negative; the date itself is not counted. */
function endOfTerm(start: LocalDate, { amount, unit }: Term, calendar: WorkingCalendar): LocalDate {
  switch (unit) {
    case 'day':
      return addDays(start, amount);
    case 'week':
      return addDays(start, amount * 7);
    case 'month':
      return addMonths(start, amount);
    case 'year':
      return addMonths(start, amount * 12);
    case 'workday':
      return calendar.addWorkingDays(start, amount);
    case 'hour':
      return addDays(start, wholeDays(amount, unit));
    case 'workhour':
      return calendar.addWorkingDays(start, wholeDays(amount, unit));
    default:
      return assertNever(unit);
  }
}

const wholeDays = (amount: number, unit: TermUnit & ('hour' | 'workhour')): number =>
  Math.sign(amount) * Math.ceil(Math.abs(amount) / HOURS_IN[unit]);

/** Last day of a month, 1 to 12. */
export const endOfMonth = (year: number, month: number): LocalDate => localDate(year, month, lastDayOf(year, month)) as LocalDate;

/** Proof to the compiler that a switch is whole. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
