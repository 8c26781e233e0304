import type { CstNode } from 'chevrotain';
import type { Span } from '../lexer/lines.js';
import { WEEKDAYS } from '../lexer/token-types.js';
import { conceptIn, node, nodes, spanOf, spanOfToken, token, tokens } from './cst.js';
import type { ClockNode, DueNode, RhythmNode, TermUnitNode } from './due-nodes.js';
import { dateOf, numberOf, textOf } from './leaves.js';
import { pointOf, stretchOf } from './points.js';

/** A deadline of a clause; null where it is missing or was not readable (the parser has said so). */
export function dueOf(parent: CstNode | undefined, text: string): DueNode | null {
  const from = node(parent, 'due');
  return from ? readDue(from, text) : null;
}

/** Reads a `due` node: one deadline, perhaps provisional, perhaps with what goes on afterwards. */
export function readDue(from: CstNode, text: string): DueNode | null {
  const span = spanOf(from);
  const [one, later] = nodes(from, 'oneDue');
  const read = one ? readOne(one, text) : null;
  if (!read) return null;
  const first: DueNode = token(from, 'PROVISIONAL') ? { kind: 'provisional', span, estimate: read } : read;
  const years = token(from, 'FOLLOWING_YEARS');
  if (years)
    return { kind: 'then', span, first, next: { kind: 'recurring', span: spanOfToken(years), every: 'year', event: null } };
  const next = later ? readOne(later, text) : null;
  return next ? { kind: 'then', span, first, next } : first;
}

type Reader = (from: CstNode, span: Span) => DueNode | null;

const READERS: Readonly<Record<string, Reader>> = {
  dateLimit: limitOf,
  period: periodOf,
  span: stretchOf,
  standing: (from, span) => ({
    kind: 'standing',
    span,
    onRequest: token(from, 'ON_REQUEST') !== undefined,
    reviewed: rhythmOf(from),
  }),
  regulated: (from, span) => ({ kind: 'regulated', span, reference: textOf(token(from, 'Text')) }),
  scheduled: (from, span) => ({ kind: 'scheduled', span, reference: textOf(token(from, 'Text')) }),
  recurring: recurringOf,
  onEvent: eventOf,
};

/** Reads a `oneDue` or `periodDue` node. */
export function readOne(from: CstNode, text: string): DueNode | null {
  const span = spanOf(from);
  if (token(from, 'ON_REQUEST')) return { kind: 'on-request', span };
  for (const rule in from.children) {
    const child = node(from, rule);
    if (rule === 'looseDue') return { kind: 'unknown', span, written: text.slice(span.start, span.end) };
    const read = READERS[rule];
    if (read && child) return read(child, span);
  }
  return null;
}

function limitOf(from: CstNode, span: Span): DueNode | null {
  const mixed = token(from, 'NO_LATER_BEFORE') !== undefined;
  const how = { span, exclusive: mixed || token(from, 'BEFORE') !== undefined, mixed, clocks: clocksOf(node(from, 'clocks')) };
  const limit = node(from, 'limit');
  if (token(limit, 'DAILY')) return { kind: 'daily', ...how };
  const weekday = weekdayOf(node(limit, 'weekdayOf'));
  if (weekday) return { kind: 'weekday', ...how, weekday };
  const dates = node(limit, 'dates');
  if (dates) return datesOf(dates, how);
  const day = node(limit, 'dayOf');
  if (day) return dayOf(day, how);
  const point = pointOf(limit);
  if (point) return { kind: 'point', ...how, point };
  return countedOf(limit, span);
}

type Limit = { readonly span: Span } & Pick<DueNode & { kind: 'date' }, 'exclusive' | 'mixed' | 'clocks'>;

function datesOf(from: CstNode, how: Limit): DueNode | null {
  const dates = tokens(from, 'Date').flatMap((found) => dateOf(found) ?? []);
  const [date, ...others] = dates;
  if (!date) return null;
  const isYearly = token(from, 'YEARLY') !== undefined || others.length > 0;
  return isYearly ? { kind: 'yearly', ...how, dates } : { kind: 'date', ...how, date };
}

const MONTHS = {
  OF_LAST_MONTH: 'last-month',
  OF_FIRST_MONTH: 'first-month',
  OF_NEXT_MONTH: 'next-month',
  MONTHLY: 'each-month',
} as const;

function dayOf(from: CstNode, how: Limit): DueNode | null {
  const day = numberOf(token(from, 'Int'));
  const of = conceptIn(from, ['OF_LAST_MONTH', 'OF_FIRST_MONTH', 'OF_NEXT_MONTH', 'MONTHLY']) as keyof typeof MONTHS | undefined;
  return day && of ? { kind: 'day', ...how, day, of: MONTHS[of] } : null;
}

/** "chậm nhất N ngày …": from something, or before something. */
function countedOf(limit: CstNode | undefined, span: Span): DueNode | null {
  const counted = node(limit, 'counted');
  const amount = numberOf(token(counted, 'Int'));
  const unit = counted && termUnitOf(counted);
  if (!amount || !unit) return null;
  const [date, event] = [dateOf(token(counted, 'Date')), textOf(token(counted, 'Text'))];
  if (date || event) return { kind: 'ahead', span, amount, unit, date, event };
  return anchored(counted, { span, amount, unit });
}

function recurringOf(from: CstNode, span: Span): DueNode {
  const weekday = weekdayOf(node(from, 'weekdayOf'));
  if (weekday) return { kind: 'weekday', span, exclusive: false, mixed: false, clocks: [], weekday };
  return { kind: 'recurring', span, every: rhythmOf(from), event: textOf(token(from, 'Text')) };
}

function eventOf(from: CstNode, span: Span): DueNode | null {
  const event = textOf(token(from, 'Text'));
  const when = token(from, 'BEFORE_EVENT') ? 'before' : token(from, 'AT_ONCE_AFTER') ? 'at-once' : 'after';
  return event && { kind: 'event', span, when, event };
}

function periodOf(from: CstNode, span: Span): DueNode | null {
  const next = node(from, 'nextWorkday');
  const word = token(next, 'NEXT_WORKDAY');
  if (next && word) {
    return anchored(next, { span, amount: { span: spanOfToken(word), written: word.image, value: 1 }, unit: 'workday' });
  }
  const term = node(from, 'term');
  if (!term) return stretchOf(from, span);
  const amount = numberOf(token(term, 'Int'));
  const unit = termUnitOf(term);
  return amount && unit ? anchored(term, { span, amount, unit }) : null;
}

type Counted = { readonly span: Span } & Pick<DueNode & { kind: 'term' }, 'amount' | 'unit'>;

const ANCHORS = { FROM_ISSUE: 'issue', FROM_RECEIPT: 'receipt', FROM_EFFECT: 'effect' } as const;

function anchored(parent: CstNode, counted: Counted): DueNode | null {
  const from = node(parent, 'anchor');
  const task = numberOf(token(from, 'Numeral'));
  if (task) return { kind: 'after', ...counted, task };
  const date = dateOf(token(from, 'Date'));
  if (date) return { kind: 'from-date', ...counted, date };
  const event = textOf(token(from, 'Text'));
  if (event) return { kind: 'from-event', ...counted, event };
  const anchor = conceptIn(from, ['FROM_ISSUE', 'FROM_RECEIPT', 'FROM_EFFECT']) as keyof typeof ANCHORS | undefined;
  return anchor ? { kind: 'term', ...counted, from: ANCHORS[anchor] } : null;
}

const UNITS: Readonly<Record<string, TermUnitNode>> = {
  WORKING_DAYS: 'workday',
  DAYS: 'day',
  WEEKS: 'week',
  MONTHS: 'month',
  YEAR: 'year',
  HOURS: 'hour',
  WORKING_HOURS: 'workhour',
};

/** What a term is counted in. */
export function termUnitOf(parent: CstNode): TermUnitNode | null {
  const found = conceptIn(node(parent, 'termUnit'), [
    'WORKING_DAYS',
    'DAYS',
    'WEEKS',
    'MONTHS',
    'YEAR',
    'HOURS',
    'WORKING_HOURS',
  ]);
  return (found && UNITS[found]) ?? null;
}

const RHYTHMS: Readonly<Record<string, RhythmNode>> = {
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  QUARTERLY: 'quarter',
  HALF_YEARLY: 'half',
  YEARLY: 'year',
};

/** How often, where a rhythm stands below a node. */
export function rhythmOf(parent: CstNode | undefined): RhythmNode | null {
  const found = conceptIn(node(parent, 'rhythm'), ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY']);
  return (found && RHYTHMS[found]) ?? null;
}

/** 1 = Monday … 7 = Sunday; 0 where there is none. */
const weekdayOf = (parent: CstNode | undefined): number =>
  WEEKDAYS.findIndex((day) => token(node(parent, 'weekday'), day) !== undefined) + 1;

function clocksOf(from: CstNode | undefined): readonly ClockNode[] {
  return tokens(from, 'Clock').map((found) => {
    const [, hour = '', minute = ''] = /^(\d{1,2})[h:](\d{2})?/i.exec(found.image) ?? [];
    const value = Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : null;
    return { span: spanOfToken(found), written: found.image, value };
  });
}
