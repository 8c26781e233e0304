import type { CstNode } from 'chevrotain';
import { conceptIn, node, spanOf, token, tokens } from './cst.js';
import { dateOf, numberOf, textOf } from './leaves.js';
import type { DueNode, TermUnitNode } from './nodes.js';
import type { Span } from '../lexer/lines.js';

/** A deadline of a clause; null where it is missing or was not readable (the parser has said so). */
export function dueOf(parent: CstNode | undefined, text: string): DueNode | null {
  const from = node(parent, 'due');
  return from ? readDue(from, text) : null;
}

/** Reads a `due` node. */
export function readDue(from: CstNode, text: string): DueNode | null {
  const span = spanOf(from);
  if (token(from, 'STANDING')) return { kind: 'standing', span };
  const regulated = node(from, 'regulated');
  if (regulated) return { kind: 'regulated', span, reference: textOf(token(regulated, 'Text')) };
  const loose = node(from, 'looseDue');
  if (loose) return { kind: 'unknown', span, written: text.slice(span.start, span.end) };
  const limit = node(from, 'dateLimit');
  if (limit) return limitOf(limit);
  const recurring = node(from, 'recurring');
  if (recurring) return recurringOf(recurring);
  return periodOf(from);
}

function limitOf(from: CstNode): DueNode | null {
  const span = spanOf(from);
  const exclusive = token(from, 'BEFORE') !== undefined;
  const date = dateOf(token(from, 'Date'));
  if (date) return { kind: 'date', span, exclusive, date };
  const day = numberOf(token(from, 'Int'));
  const of = conceptIn(from, ['OF_LAST_MONTH', 'MONTHLY']);
  return day && of ? { kind: 'day', span, exclusive, day, of: of === 'MONTHLY' ? 'each-month' : 'last-month' } : null;
}

function recurringOf(from: CstNode): DueNode | null {
  const every = conceptIn(from, ['MONTHLY', 'QUARTERLY', 'YEARLY']);
  const names = { MONTHLY: 'month', QUARTERLY: 'quarter', YEARLY: 'year' } as const;
  return every ? { kind: 'recurring', span: spanOf(from), every: names[every as keyof typeof names] } : null;
}

function periodOf(from: CstNode): DueNode | null {
  const within = node(from, 'period');
  const quarter = node(from, 'quarter') ?? node(within, 'quarter');
  if (quarter) return quarterOf(quarter, spanOf(from));
  const term = node(within, 'term');
  return term ? termOf(term, spanOf(from)) : null;
}

function quarterOf(from: CstNode, span: Span): DueNode | null {
  const roman = numberOf(token(from, 'Roman'));
  const ints = tokens(from, 'Int');
  const quarter = roman ?? numberOf(ints[0]);
  const year = numberOf(token(from, 'YearPart')) ?? numberOf(ints.at(-1));
  return quarter && year ? { kind: 'quarter', span, quarter, year } : null;
}

function termOf(from: CstNode, span: Span): DueNode | null {
  const amount = numberOf(token(from, 'Int'));
  const unit = termUnitOf(from);
  if (!amount || !unit) return null;
  const task = numberOf(token(from, 'Numeral'));
  if (task) return { kind: 'after', span, amount, unit, task };
  const anchor = conceptIn(from, ['FROM_ISSUE', 'FROM_RECEIPT']);
  return anchor ? { kind: 'term', span, amount, unit, from: anchor === 'FROM_ISSUE' ? 'issue' : 'receipt' } : null;
}

const UNITS = { WORKING_DAYS: 'workday', DAYS: 'day', MONTHS: 'month' } as const;

/** Days, working days or months. */
export function termUnitOf(parent: CstNode): TermUnitNode | null {
  const found = conceptIn(node(parent, 'termUnit'), ['WORKING_DAYS', 'DAYS', 'MONTHS']);
  return found ? UNITS[found as keyof typeof UNITS] : null;
}
