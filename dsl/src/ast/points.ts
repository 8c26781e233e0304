import type { CstNode } from 'chevrotain';
import type { Span } from '../lexer/lines.js';
import { node, spanOf, spanOfToken, token, tokens } from './cst.js';
import type { DueNode, PointNode } from './due-nodes.js';
import { dateOf, numberOf, textOf } from './leaves.js';

/** The day, month, quarter, year or years that stand below a node; null where there are none, or not readably. */
export function pointOf(parent: CstNode | undefined): PointNode | null {
  const found = token(parent, 'Date');
  const date = dateOf(found);
  if (found && date) return { kind: 'date', span: spanOfToken(found), date };
  const phase = node(parent, 'phase');
  if (phase) return yearsOf(phase);
  const from = node(parent, 'calendarPoint');
  const quarter = node(from, 'quarter');
  if (quarter) return quarterOf(quarter);
  const month = node(from, 'month');
  if (month) return monthOf(month);
  const year = node(from, 'year');
  const value = numberOf(token(year, 'Int'));
  return year && value ? { kind: 'year', span: spanOf(year), year: value } : null;
}

function yearsOf(from: CstNode): PointNode | null {
  const range = token(from, 'YearRange');
  const [first, last] = (range?.image ?? '').split(/[-–]/).map(Number);
  return range && first && last ? { kind: 'years', span: spanOf(from), from: first, until: last } : null;
}

function quarterOf(from: CstNode): PointNode | null {
  const roman = numberOf(token(from, 'Roman'));
  const ints = tokens(from, 'Int');
  const quarter = roman ?? numberOf(ints[0]);
  const year = numberOf(token(from, 'YearPart')) ?? numberOf(ints.at(-1));
  return quarter && year ? { kind: 'quarter', span: spanOf(from), quarter, year } : null;
}

function monthOf(from: CstNode): PointNode | null {
  const [first, second] = tokens(from, 'Int');
  const month = numberOf(first);
  return month && { kind: 'month', span: spanOf(from), month, year: numberOf(token(from, 'YearPart')) ?? numberOf(second) };
}

/** A stretch of time: one point, or from one to another, or to something that happens. */
export function stretchOf(from: CstNode, span: Span): DueNode | null {
  const only = pointOf(from);
  const yearly = token(from, 'YEARLY') !== undefined;
  if (only?.kind === 'quarter' && !yearly) return { kind: 'quarter', span, quarter: only.quarter, year: only.year };
  if (only) return { kind: 'stretch', span, from: only, until: only, event: null, yearly };
  const [begin, end] = [node(from, 'begin'), node(from, 'end')];
  const [first, last] = [pointOf(node(begin, 'point')), pointOf(node(end, 'point'))];
  const event = textOf(token(end, 'Text'));
  const isReadable = (!node(begin, 'point') || first) && (!node(end, 'point') || last) && (begin || last || event);
  return isReadable ? { kind: 'stretch', span, from: first, until: last, event, yearly } : null;
}
