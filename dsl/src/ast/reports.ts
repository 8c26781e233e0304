import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { readDue, readOne, rhythmOf } from './due.js';
import { actorsOf, addresseeOf, nameOf, numberOf, textOf } from './leaves.js';
import type { ClauseOf, PeriodEntryNode, PeriodNode, RouteNode } from './nodes.js';
import { meanings } from './words.js';

/** Reads the periods of a regime. */
export function periodsOf(tree: Tree, from: Node): ClauseOf<'periods'> {
  const entries = tree.nodes(from, R.periodEntry).flatMap((entry) => periodEntryOf(tree, entry) ?? []);
  const periods = entries.flatMap(({ period, also }) => (also ? [period, also] : [period]));
  return { kind: 'periods', span: tree.span(from), periods, entries };
}

function periodEntryOf(tree: Tree, from: Node): PeriodEntryNode | null {
  const [period, also] = tree.nodes(from, R.reportPeriod).map((each) => periodOf(tree, each));
  const due = tree.node(from, R.periodDue);
  return period ? { span: tree.span(from), period, also: also ?? null, due: due === NONE ? null : readOne(tree, due) } : null;
}

const PERIODS = meanings<PeriodNode['kind']>({
  YEAR: 'year',
  WEEKS: 'week',
  DAYS: 'day',
  MIDTERM: 'midterm',
  FINAL: 'final',
  ON_REQUEST: 'on-request',
});
const NUMBERED = meanings<PeriodNode['kind']>({ QUARTER: 'quarter', LATTER_HALF: 'latter', MONTHS: 'months' });

function periodOf(tree: Tree, from: Node): PeriodNode | null {
  const span = tree.span(from);
  const numbered = tree.typeIn(from, NUMBERED);
  if (numbered) return { kind: numbered, span, number: numberOf(tree.token(from, T.Roman) ?? tree.token(from, T.Int)) };
  const rhythm = rhythmOf(tree, from);
  if (rhythm) return { kind: rhythm === 'quarter' ? 'quarters' : rhythm, span, number: null };
  const kind = tree.typeIn(from, PERIODS);
  return kind ? { kind, span, number: null } : null;
}

/** Reads a route: who sends to whom, through whom, with copies to whom, by when. */
export function routeOf(tree: Tree, from: Node): RouteNode {
  const parts = tree.nodes(from, R.routePart);
  const { actors, separators } = actorsOf(tree, from);
  return {
    span: tree.span(from),
    from: actors,
    separators,
    to: addresseeOf(tree, from),
    via: parts.flatMap((part) => nameOf(tree.token(tree.node(part, R.via), T.Name)) ?? []),
    copies: parts.flatMap((part) => addresseeOf(tree, tree.node(part, R.copy)) ?? []),
    into: parts.flatMap((part) => textOf(tree.token(tree.node(part, R.into), T.Text)) ?? []),
    due: parts.flatMap((part) => tree.nodes(part, R.due).flatMap((due) => readDue(tree, due) ?? [])),
  };
}
