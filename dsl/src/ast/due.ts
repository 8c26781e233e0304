import type { Span } from '../lexer/lines.js';
import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { spanOfToken } from './cst.js';
import type { ClockNode, DueNode, RhythmNode, TermUnitNode } from './due-nodes.js';
import { dateOf, numberOf, textOf } from './leaves.js';
import { pointOf, stretchOf } from './points.js';
import { byRule, meanings } from './words.js';

const { C } = T;

/** A deadline of a clause; null where it is missing or was not readable (the parser has said so). */
export function dueOf(tree: Tree, parent: Node): DueNode | null {
  const from = tree.node(parent, R.due);
  return from === NONE ? null : readDue(tree, from);
}

/** Reads a `due` node: one deadline, perhaps provisional, perhaps with what goes on afterwards. */
export function readDue(tree: Tree, from: Node): DueNode | null {
  const one = tree.node(from, R.oneDue);
  const read = one === NONE ? null : readOne(tree, one);
  if (!read) return null;
  const span = tree.span(from);
  const first: DueNode = tree.has(from, C.PROVISIONAL) ? { kind: 'provisional', span, estimate: read } : read;
  const years = tree.token(from, C.FOLLOWING_YEARS);
  if (years) {
    return { kind: 'then', span, first, next: { kind: 'recurring', span: spanOfToken(years), every: 'year', event: null } };
  }
  const later = tree.nodes(from, R.oneDue)[1];
  const next = later === undefined ? null : readOne(tree, later);
  return next ? { kind: 'then', span, first, next } : first;
}

type Reader = (tree: Tree, from: Node, span: Span) => DueNode | null;

const READERS = byRule<Reader>({
  dateLimit: limitOf,
  period: periodOf,
  span: stretchOf,
  standing: (tree, from, span) => ({
    kind: 'standing',
    span,
    onRequest: tree.has(from, C.ON_REQUEST),
    reviewed: rhythmOf(tree, from),
  }),
  regulated: (tree, from, span) => ({ kind: 'regulated', span, reference: textOf(tree.token(from, T.Text)) }),
  scheduled: (tree, from, span) => ({ kind: 'scheduled', span, reference: textOf(tree.token(from, T.Text)) }),
  recurring: recurringOf,
  onEvent: eventOf,
  looseDue: (tree, from, span) => ({ kind: 'unknown', span, written: tree.written(from) }),
});

/** Reads a `oneDue` or `periodDue` node. */
export function readOne(tree: Tree, from: Node): DueNode | null {
  const span = tree.span(from);
  if (tree.has(from, C.ON_REQUEST)) return { kind: 'on-request', span };
  const child = tree.firstNode(from);
  return (child !== NONE && READERS[tree.rule(child)]?.(tree, child, span)) || null;
}

function limitOf(tree: Tree, from: Node, span: Span): DueNode | null {
  const mixed = tree.has(from, C.NO_LATER_BEFORE);
  const exclusive = mixed || tree.has(from, C.BEFORE);
  const how: Limit = { span, exclusive, mixed, clocks: clocksOf(tree, tree.node(from, R.clocks)) };
  const limit = tree.node(from, R.limit);
  const dates = tree.node(limit, R.dates);
  if (dates !== NONE) return datesOf(tree, dates, how);
  if (tree.has(limit, C.DAILY)) return { kind: 'daily', ...how };
  const weekday = weekdayOf(tree, tree.node(limit, R.weekdayOf));
  if (weekday) return { kind: 'weekday', ...how, weekday };
  const day = tree.node(limit, R.dayOf);
  if (day !== NONE) return dayOf(tree, day, how);
  const point = pointOf(tree, limit);
  return point ? { kind: 'point', ...how, point } : countedOf(tree, tree.node(limit, R.counted), span);
}

type Limit = { readonly span: Span } & Pick<DueNode & { kind: 'date' }, 'exclusive' | 'mixed' | 'clocks'>;

function datesOf(tree: Tree, from: Node, { span, exclusive, mixed, clocks }: Limit): DueNode | null {
  const dates = tree.tokens(from, T.DateText).flatMap((found) => dateOf(found) ?? []);
  const [date, second] = dates;
  if (!date) return null;
  const isYearly = second !== undefined || tree.has(from, C.YEARLY);
  return isYearly
    ? { kind: 'yearly', span, exclusive, mixed, clocks, dates }
    : { kind: 'date', span, exclusive, mixed, clocks, date };
}

const MONTHS = meanings({
  OF_LAST_MONTH: 'last-month',
  OF_FIRST_MONTH: 'first-month',
  OF_NEXT_MONTH: 'next-month',
  MONTHLY: 'each-month',
});

function dayOf(tree: Tree, from: Node, how: Limit): DueNode | null {
  const day = numberOf(tree.token(from, T.Int));
  const of = tree.typeIn(from, MONTHS);
  return day && of ? { kind: 'day', ...how, day, of } : null;
}

/** "chậm nhất N ngày …": from something, or before something. */
function countedOf(tree: Tree, from: Node, span: Span): DueNode | null {
  const amount = numberOf(tree.token(from, T.Int));
  const unit = termUnitOf(tree, from);
  if (!amount || !unit) return null;
  const [date, event] = [dateOf(tree.token(from, T.DateText)), textOf(tree.token(from, T.Text))];
  if (date || event) return { kind: 'ahead', span, amount, unit, date, event };
  return anchored(tree, from, { span, amount, unit });
}

function recurringOf(tree: Tree, from: Node, span: Span): DueNode {
  const weekday = weekdayOf(tree, tree.node(from, R.weekdayOf));
  if (weekday) return { kind: 'weekday', span, exclusive: false, mixed: false, clocks: [], weekday };
  return { kind: 'recurring', span, every: rhythmOf(tree, from), event: textOf(tree.token(from, T.Text)) };
}

function eventOf(tree: Tree, from: Node, span: Span): DueNode | null {
  const event = textOf(tree.token(from, T.Text));
  const when = tree.has(from, C.BEFORE_EVENT) ? 'before' : tree.has(from, C.AT_ONCE_AFTER) ? 'at-once' : 'after';
  return event && { kind: 'event', span, when, event };
}

function periodOf(tree: Tree, from: Node, span: Span): DueNode | null {
  const next = tree.node(from, R.nextWorkday);
  const word = tree.token(next, C.NEXT_WORKDAY);
  if (word) {
    const amount = { span: spanOfToken(word), written: word.image, value: 1 };
    return anchored(tree, next, { span, amount, unit: 'workday' });
  }
  const term = tree.node(from, R.term);
  if (term === NONE) return stretchOf(tree, from, span);
  const amount = numberOf(tree.token(term, T.Int));
  const unit = termUnitOf(tree, term);
  return amount && unit ? anchored(tree, term, { span, amount, unit }) : null;
}

type Counted = { readonly span: Span } & Pick<DueNode & { kind: 'term' }, 'amount' | 'unit'>;

const ANCHORS = meanings({ FROM_ISSUE: 'issue', FROM_RECEIPT: 'receipt', FROM_EFFECT: 'effect' });

function anchored(tree: Tree, parent: Node, counted: Counted): DueNode | null {
  const from = tree.node(parent, R.anchor);
  const task = numberOf(tree.token(from, T.Numeral));
  if (task) return { kind: 'after', ...counted, task };
  const date = dateOf(tree.token(from, T.DateText));
  if (date) return { kind: 'from-date', ...counted, date };
  const event = textOf(tree.token(from, T.Text));
  if (event) return { kind: 'from-event', ...counted, event };
  const anchor = tree.typeIn(from, ANCHORS);
  return anchor ? { kind: 'term', ...counted, from: anchor } : null;
}

const UNITS = meanings<TermUnitNode>({
  WORKING_DAYS: 'workday',
  DAYS: 'day',
  WEEKS: 'week',
  MONTHS: 'month',
  YEAR: 'year',
  HOURS: 'hour',
  WORKING_HOURS: 'workhour',
});

/** What a term is counted in. */
export const termUnitOf = (tree: Tree, parent: Node): TermUnitNode | null =>
  tree.typeIn(tree.node(parent, R.termUnit), UNITS) ?? null;

const RHYTHMS = meanings<RhythmNode>({
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  QUARTERLY: 'quarter',
  HALF_YEARLY: 'half',
  YEARLY: 'year',
});

/** How often, where a rhythm stands below a node. */
export const rhythmOf = (tree: Tree, parent: Node): RhythmNode | null =>
  tree.typeIn(tree.node(parent, R.rhythm), RHYTHMS) ?? null;

/** 1 = Monday … 7 = Sunday; 0 where there is none. */
function weekdayOf(tree: Tree, parent: Node): number {
  const from = tree.node(parent, R.weekday);
  return from === NONE ? 0 : T.WEEKDAYS.findIndex((day) => tree.has(from, C[day])) + 1;
}

const NO_CLOCKS: readonly ClockNode[] = [];

const clocksOf = (tree: Tree, from: Node): readonly ClockNode[] =>
  from === NONE
    ? NO_CLOCKS
    : tree.tokens(from, T.Clock).map((found) => {
        const [, hour = '', minute = ''] = /^(\d{1,2})[h:](\d{2})?/i.exec(found.image) ?? [];
        const value = Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : null;
        return { span: spanOfToken(found), written: found.image, value };
      });
