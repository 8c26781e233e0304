import type { DeadlineRule } from '../ir/plan-rules.js';
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
 * The last allowed day of a rule, that day included; null for a rule without a date (standing, as regulated, recurring: its
 * occurrences have dates) or whose clock has not started (receipt).
 *
 * A date that the text names never moves. A computed term that ends on a day off moves to the next working day
 * (Civil Code 2015, article 148); the day of the event is not counted (article 147).
 */
export function dueDate(rule: DeadlineRule, context: DeadlineContext): LocalDate | null {
  switch (rule.kind) {
    case 'before':
      return addDays(rule.date, -1);
    case 'by':
      return rule.date;
    case 'quarter':
      return endOfMonth(rule.year, rule.quarter * 3);
    case 'within':
      return endOfTerm(rule, context);
    case 'recurring':
    case 'standing':
    case 'as-regulated':
      return null;
    default:
      return assertNever(rule);
  }
}

function endOfTerm(
  rule: DeadlineRule & { kind: 'within' },
  { issuedOn, receivedOn, calendar }: DeadlineContext,
): LocalDate | null {
  const start = rule.from === 'issue' ? issuedOn : receivedOn;
  if (!start) return null;
  if (rule.unit === 'workday') return calendar.addWorkingDays(start, rule.amount);
  return calendar.rollForward(rule.unit === 'day' ? addDays(start, rule.amount) : addMonths(start, rule.amount));
}

/** Last day of a month, 1 to 12. */
export const endOfMonth = (year: number, month: number): LocalDate => localDate(year, month, lastDayOf(year, month)) as LocalDate;

/** Proof to the compiler that a switch is whole. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
