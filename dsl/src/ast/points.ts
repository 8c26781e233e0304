import type { Span } from '../lexer/lines.js';
import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { spanOfToken } from './cst.js';
import type { DueNode, PointNode } from './due-nodes.js';
import { dateOf, numberOf, textOf } from './leaves.js';

const { C } = T;

/** The day, month, quarter, year or years that stand below a node; null where there are none, or not readably. */
export function pointOf(tree: Tree, parent: Node): PointNode | null {
  if (parent === NONE) return null;
  const found = tree.token(parent, T.DateText);
  const date = dateOf(found);
  if (found && date) return { kind: 'date', span: spanOfToken(found), date };
  const phase = tree.node(parent, R.phase);
  return phase === NONE ? calendarPointOf(tree, tree.node(parent, R.calendarPoint)) : yearsOf(tree, phase);
}

function calendarPointOf(tree: Tree, from: Node): PointNode | null {
  const quarter = tree.node(from, R.quarter);
  if (quarter !== NONE) return quarterOf(tree, quarter);
  const month = tree.node(from, R.month);
  if (month !== NONE) return monthOf(tree, month);
  const year = tree.node(from, R.year);
  const value = numberOf(tree.token(year, T.Int));
  return value && { kind: 'year', span: tree.span(year), year: value };
}

function yearsOf(tree: Tree, from: Node): PointNode | null {
  const range = tree.token(from, T.YearRange);
  const [first, last] = (range?.image ?? '').split(/[-–]/).map(Number);
  return range && first && last ? { kind: 'years', span: tree.span(from), from: first, until: last } : null;
}

function quarterOf(tree: Tree, from: Node): PointNode | null {
  const roman = numberOf(tree.token(from, T.Roman));
  const ints = tree.tokens(from, T.Int);
  const quarter = roman ?? numberOf(ints[0]);
  const year = numberOf(tree.token(from, T.YearPart)) ?? numberOf(ints.at(-1));
  return quarter && year ? { kind: 'quarter', span: tree.span(from), quarter, year } : null;
}

function monthOf(tree: Tree, from: Node): PointNode | null {
  const [first, second] = tree.tokens(from, T.Int);
  const month = numberOf(first);
  const year = numberOf(tree.token(from, T.YearPart)) ?? numberOf(second);
  return month && { kind: 'month', span: tree.span(from), month, year };
}

/** A stretch of time: one point, or from one to another, or to something that happens. */
export function stretchOf(tree: Tree, from: Node, span: Span): DueNode | null {
  const only = pointOf(tree, from);
  const yearly = tree.has(from, C.YEARLY);
  if (only?.kind === 'quarter' && !yearly) return { kind: 'quarter', span, quarter: only.quarter, year: only.year };
  if (only) return { kind: 'stretch', span, from: only, until: only, event: null, yearly };
  const [begin, end] = [tree.node(from, R.begin), tree.node(from, R.end)];
  const [beginsAt, endsAt] = [tree.node(begin, R.point), tree.node(end, R.point)];
  const [first, last] = [pointOf(tree, beginsAt), pointOf(tree, endsAt)];
  const event = textOf(tree.token(end, T.Text));
  const isRead = (beginsAt === NONE || first) && (endsAt === NONE || last) && (begin !== NONE || last || event);
  return isRead ? { kind: 'stretch', span, from: first, until: last, event, yearly } : null;
}
