import { endOfMonth, monthOf, yearOf, type DeadlineRule, type LocalDate, type TermUnit } from '#engine';
import { writeDate } from '../diagnostics/describe.js';
import { phraseOf, type ConceptId, type Language } from '../vocabulary/concepts.js';

/** Canonical phrases of a language. */
export const keyword =
  (language: Language) =>
  (id: ConceptId): string =>
    phraseOf(id, language);

/** A text in quotes. It cannot hold a straight quotation mark: single ones take their place. */
export const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

export const dateText = (date: LocalDate): string => writeDate(Number(date.slice(8)), monthOf(date), yearOf(date));

const UNITS: Readonly<Record<TermUnit, ConceptId>> = { day: 'DAYS', workday: 'WORKING_DAYS', month: 'MONTHS' };
const EVERY = { month: 'MONTHLY', quarter: 'QUARTERLY', year: 'YEARLY' } as const;
const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** A deadline rule in the words of the language. */
export function deadlineText(rule: DeadlineRule, language: Language): string {
  const say = keyword(language);
  switch (rule.kind) {
    case 'before':
      return `${say('BEFORE')} ${dateText(rule.date)}`;
    case 'by':
      return `${say('NO_LATER')} ${dateText(rule.date)}`;
    case 'quarter':
      return `${say('WITHIN')} ${say('QUARTER')} ${QUARTERS[rule.quarter - 1]}/${rule.year}`;
    case 'recurring':
      return `${say('RECURRING')} ${say(EVERY[rule.every])}`;
    case 'within':
      return `${say('WITHIN')} ${rule.amount} ${say(UNITS[rule.unit])} ${say(rule.from === 'issue' ? 'FROM_ISSUE' : 'FROM_RECEIPT')}`;
    case 'standing':
      return say('STANDING');
    case 'as-regulated':
      return rule.reference === null ? say('AS_REGULATED') : `${say('AS_REGULATED')} ${say('IN')} ${quoted(rule.reference)}`;
  }
}

/** True where a rule cannot be restated on a day: it has passed by then, or its term runs from an earlier document. */
export function hasPassed(rule: DeadlineRule, day: LocalDate): boolean {
  switch (rule.kind) {
    case 'before':
      return rule.date <= day;
    case 'by':
      return rule.date < day;
    case 'quarter':
      return endOfMonth(rule.year, rule.quarter * 3) < day;
    case 'within':
      return true;
    default:
      return false;
  }
}
