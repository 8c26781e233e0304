import {
  endOfMonth,
  isUndated,
  type DeadlineRule,
  type LocalDate,
  type RecurringPoint,
  type Rhythm,
  type Term,
  type TermUnit,
  type UndatedRule,
} from '#engine';
import { WEEKDAYS } from '../lexer/token-types.js';
import type { ConceptId, Language } from '../vocabulary/concepts.js';
import { dateText, keyword, quoted } from './words.js';

type Say = (id: ConceptId) => string;
type Of<K extends DeadlineRule['kind']> = Extract<DeadlineRule, { readonly kind: K }>;

const UNITS: Readonly<Record<TermUnit, ConceptId>> = {
  day: 'DAYS',
  workday: 'WORKING_DAYS',
  week: 'WEEKS',
  month: 'MONTHS',
  year: 'YEAR',
  hour: 'HOURS',
  workhour: 'WORKING_HOURS',
};
const EVERY: Readonly<Record<Rhythm, ConceptId>> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  quarter: 'QUARTERLY',
  half: 'HALF_YEARLY',
  year: 'YEARLY',
};
const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** A deadline rule in the words of the language: text that reads as the same rule. */
export function deadlineText(rule: DeadlineRule, language: Language): string {
  const say = keyword(language);
  if (isUndated(rule)) return undatedText(rule, language);
  switch (rule.kind) {
    case 'before':
    case 'by':
      return namedText(rule, say);
    case 'quarter':
      return `${say('WITHIN')} ${say('QUARTER')} ${QUARTERS[rule.quarter - 1]}/${rule.year}`;
    case 'window':
      return `${say('FROM')} ${dateText(rule.from)} ${say('UNTIL')} ${dateText(rule.until)}`;
    case 'within':
      return `${say('WITHIN')} ${termText(rule, say)} ${say(rule.from === 'issue' ? 'FROM_ISSUE' : 'FROM_RECEIPT')}`;
    case 'after':
      return `${say('WITHIN')} ${termText(rule, say)} ${say('FROM_DATE')} ${dateText(rule.date)}`;
    case 'ahead':
      return `${say('NO_LATER')} ${termText(rule, say)} ${say('BEFORE')} ${dateText(rule.date)}`;
    case 'then':
      return `${deadlineText(rule.first, language)} ${say('AFTERWARDS')} ${deadlineText(rule.next, language)}`;
  }
}

function undatedText(rule: UndatedRule, language: Language): string {
  const say = keyword(language);
  switch (rule.kind) {
    case 'recurring':
      return recurringText(rule, say);
    case 'standing':
      return standingText(rule, say);
    case 'as-regulated':
      return regulatedText(rule, say);
    case 'on-event':
      return eventText(rule, say);
    case 'until-event':
      return `${rule.from === null ? '' : `${say('FROM')} ${dateText(rule.from)} `}${say('UNTIL_EVENT')} ${quoted(rule.event)}`;
    case 'on-request':
      return say('ON_REQUEST');
    case 'provisional':
      return `${say('PROVISIONAL')} ${deadlineText(rule.estimate, language)}`;
  }
}

const termText = ({ amount, unit }: Term, say: Say): string => `${amount} ${say(UNITS[unit])}`;

/** A plan that reads "before D" as D included says so for itself only: here D is named as included. */
function namedText(rule: Of<'before' | 'by'>, say: Say): string {
  const isBefore = rule.kind === 'before' && !rule.inclusive;
  const clock = rule.time === undefined ? '' : `${rule.time} ${say('DATED')} `;
  return `${say(isBefore ? 'BEFORE' : 'NO_LATER')} ${clock}${dateText(rule.date)}`;
}

function recurringText({ every, at, times = [], event }: Of<'recurring'>, say: Say): string {
  const waits = event === undefined ? '' : ` ${say('AFTER_EVENT')} ${quoted(event)}`;
  const clocks = times.map((time) => `${time} `).join(`${say('AND')} `);
  if (at) return `${pointText(at, clocks, say)}${waits}`;
  return clocks === '' ? `${say('RECURRING')} ${say(EVERY[every])}${waits}` : `${say('BEFORE')} ${clocks}${say(EVERY[every])}`;
}

function pointText(at: RecurringPoint, clocks: string, say: Say): string {
  const limit = at.kind !== 'season' && at.exclusive ? say('BEFORE') : say('NO_LATER');
  switch (at.kind) {
    case 'month-day':
      return `${limit} ${clocks}${at.day} ${say('MONTHLY')}`;
    case 'weekday':
      return `${limit} ${clocks}${say(WEEKDAYS[at.weekday - 1] ?? 'MONDAY')} ${say('WEEKLY')}`;
    case 'dates':
      return `${limit} ${clocks}${at.dates.map(({ day, month }) => `${day}/${month}`).join(` ${say('AND')} `)} ${say('YEARLY')}`;
    case 'season':
      return `${say('FROM')} ${say('MONTH')} ${at.from} ${say('UNTIL')} ${say('MONTH')} ${at.until} ${say('YEARLY')}`;
  }
}

function standingText({ from, onRequest, reviewed }: Of<'standing'>, say: Say): string {
  if (from !== undefined) return `${say('FROM')} ${dateText(from)} ${say('ONWARDS')}`;
  const parts = [say('STANDING'), ...(onRequest ? [say('ON_REQUEST')] : []), ...(reviewed ? [say(EVERY[reviewed])] : [])];
  return parts.join(' ');
}

function regulatedText({ reference, basis }: Of<'as-regulated'>, say: Say): string {
  if (basis === 'unstated-rhythm')
    return `${say('RECURRING')}${reference === null ? '' : ` ${say('AFTER_EVENT')} ${quoted(reference)}`}`;
  if (basis === 'schedule') return `${say('AS_SCHEDULED')}${reference === null ? '' : ` ${quoted(reference)}`}`;
  return reference === null ? say('AS_REGULATED') : `${say('AS_REGULATED')} ${say('IN')} ${quoted(reference)}`;
}

function eventText({ event, direction, term }: Of<'on-event'>, say: Say): string {
  const isBefore = direction === 'before';
  if (term === null) return `${say(isBefore ? 'BEFORE_EVENT' : 'AFTER_EVENT')} ${quoted(event)}`;
  if (term.amount === 0) return `${say('AT_ONCE_AFTER')} ${quoted(event)}`;
  const counted = `${termText(term, say)} ${say(isBefore ? 'BEFORE_EVENT' : 'FROM_EVENT')} ${quoted(event)}`;
  return `${say(isBefore ? 'NO_LATER' : 'WITHIN')} ${counted}`;
}

/** True where a rule cannot be restated on a day: it has passed by then, or its term runs from an earlier document. */
export function hasPassed(rule: DeadlineRule, day: LocalDate): boolean {
  if (isUndated(rule)) return rule.kind === 'provisional' && hasPassed(rule.estimate, day);
  switch (rule.kind) {
    case 'before':
      return isBeforePassed(rule, day);
    case 'by':
      return rule.date < day;
    case 'quarter':
      return endOfMonth(rule.year, rule.quarter * 3) < day;
    case 'window':
      return rule.until < day;
    case 'then':
      return hasPassed(rule.first, day);
    case 'within':
    case 'after':
    case 'ahead':
      return true;
  }
}

const isBeforePassed = ({ date, inclusive, time }: Of<'before'>, day: LocalDate): boolean =>
  inclusive || time ? date < day : date <= day;
