import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { spanOfToken } from './cst.js';
import { dueOf } from './due.js';
import { actorsOf, addresseeOf, dateOf, nameOf, numberOf, textOf } from './leaves.js';
import { levelOf } from './levels.js';
import type { ClauseNode, ClauseOf, OtherPlanKind, PlanNameNode } from './nodes.js';
import { pointOf } from './points.js';
import { periodsOf, routeOf } from './reports.js';
import { byRule, meanings } from './words.js';

const { C } = T;

type Reader = (tree: Tree, from: Node) => ClauseNode;

const listOf =
  (kind: 'lead' | 'support' | 'focal' | 'advise' | 'monitor' | 'request' | 'resolver'): Reader =>
  (tree, from) => {
    const { actors, separators } = actorsOf(tree, from);
    return { kind, span: tree.span(from), actors, separators };
  };

const textLine =
  (kind: 'output' | 'basis' | 'title' | 'content' | 'responsible' | 'condition'): Reader =>
  (tree, from) => ({ kind, span: tree.span(from), text: textOf(tree.token(from, T.Text)) });

const READERS = byRule<Reader>({
  lead: listOf('lead'),
  support: listOf('support'),
  focal: listOf('focal'),
  advise: listOf('advise'),
  monitor: listOf('monitor'),
  request: listOf('request'),
  resolver: listOf('resolver'),
  output: textLine('output'),
  basis: textLine('basis'),
  title: textLine('title'),
  content: textLine('content'),
  responsible: textLine('responsible'),
  condition: textLine('condition'),
  dueClause: (tree, from) => ({ kind: 'due', span: tree.span(from), due: dueOf(tree, from) }),
  reportTo: (tree, from) => ({ kind: 'report', span: tree.span(from), to: addresseeOf(tree, from), due: dueOf(tree, from) }),
  refines: (tree, from) => ({ kind: 'refines', span: tree.span(from), task: numberOf(tree.token(from, T.Numeral)) }),
  serves: (tree, from) => ({
    kind: 'serves',
    span: tree.span(from),
    targets: tree.tokens(from, T.Numeral).flatMap((found) => numberOf(found) ?? []),
  }),
  checkpoints: (tree, from) => ({
    kind: 'checkpoints',
    span: tree.span(from),
    points: tree.nodes(from, R.point).flatMap((point) => pointOf(tree, point) ?? []),
  }),
  level: (tree, from) => ({
    kind: 'level',
    span: tree.span(from),
    levels: tree.nodes(from, R.oneLevel).map((level) => levelOf(tree, level)),
  }),
  implementsClause: (tree, from) => ({ kind: 'implements', span: tree.span(from), ...planNameOf(tree, from) }),
  otherPlan: (tree, from) => ({ kind: otherPlanKind(tree, from), span: tree.span(from), ...planNameOf(tree, from) }),
  omit: (tree, from) => ({
    kind: 'omit',
    span: tree.span(from),
    task: numberOf(tree.token(from, T.Numeral)),
    reason: textOf(tree.token(from, T.Text)),
  }),
  runsTo: (tree, from) => ({ kind: 'runs-to', span: tree.span(from), date: dateOf(tree.token(from, T.DateText)) }),
  effective: (tree, from) => ({ kind: 'effective', span: tree.span(from), date: dateOf(tree.token(from, T.DateText)) }),
  vision: (tree, from) => ({ kind: 'vision', span: tree.span(from), year: numberOf(tree.token(from, T.Int)) }),
  policy: policyOf,
  change: changeOf,
  periods: periodsOf,
  data: dataOf,
  consolidate: (tree, from) => {
    const route = tree.node(from, R.route);
    return { kind: 'consolidate', span: tree.span(from), route: route === NONE ? null : routeOf(tree, route) };
  },
  unknown: unknownOf,
});

function planNameOf(tree: Tree, from: Node): PlanNameNode {
  const name = tree.node(from, R.planName);
  return {
    number: textOf(tree.token(name, T.Text)),
    issuedOn: dateOf(tree.token(name, T.DateText)),
    issuer: nameOf(tree.token(name, T.Name)),
  };
}

const OTHER_PLANS = meanings<OtherPlanKind>({
  CONTINUES: 'continues',
  AMENDS: 'amends',
  REPLACES: 'replaces',
  REPEALS: 'repeals',
});

const otherPlanKind = (tree: Tree, from: Node): OtherPlanKind => tree.typeIn(from, OTHER_PLANS) ?? 'continues';

const POLICIES = meanings({ BEFORE_INCLUSIVE: 'before-inclusive', LATEST_TEXTS: 'latest-texts', PER_UNIT: 'per-unit' });
const DAYS_OFF = meanings({ STAYS: 'none', MOVES_ON: 'next', MOVES_BACK: 'previous' });

function policyOf(tree: Tree, from: Node): ClauseNode {
  const span = tree.span(from);
  const kind = tree.typeIn(from, POLICIES);
  return kind ? { kind, span } : { kind: 'days-off', span, policy: tree.typeIn(from, DAYS_OFF) ?? null };
}

function changeOf(tree: Tree, from: Node): ClauseNode {
  const span = tree.span(from);
  const task = numberOf(tree.token(from, T.Numeral));
  if (tree.has(from, C.EXTEND)) return { kind: 'extend', span, task, until: pointOf(tree, tree.node(from, R.point)) };
  if (tree.has(from, C.WITHDRAW)) return { kind: 'withdraw', span, task };
  const [first, second] = tree.tokens(from, T.DateText);
  return { kind: 'suspend', span, task, from: dateOf(first), until: dateOf(second) };
}

function dataOf(tree: Tree, from: Node): ClauseNode {
  const window = tree.node(from, R.dataWindow);
  const [first, last] = tree.tokens(window, T.Int).map(numberOf);
  const days = tree.has(window, C.BY_CALENDAR) ? 'calendar' : first && last ? { from: first, until: last } : null;
  return { kind: 'data', span: tree.span(from), days, cumulative: tree.has(window, C.CUMULATIVE) };
}

/** A line that was not understood. */
export function unknownOf(tree: Tree, from: Node): ClauseOf<'unknown'> {
  return { kind: 'unknown', span: tree.span(from), written: tree.written(from) };
}

/** Reads a `clause` node, or a line of a regime that is no route; undefined where recovery left nothing of it. */
export function clauseOf(tree: Tree, clause: Node): ClauseNode | undefined {
  for (let at = tree.firstNode(clause); at !== NONE; at = tree.nodeAfter(clause, at)) {
    const read = READERS[tree.rule(at)];
    if (read) return read(tree, at);
  }
  const inherit = tree.token(clause, C.INHERIT);
  return inherit && { kind: 'inherit', span: spanOfToken(inherit) };
}

/** Reads the clauses below a node. */
export function clausesOf(tree: Tree, parent: Node): readonly ClauseNode[] {
  const found: ClauseNode[] = [];
  for (let at = tree.firstNode(parent); at !== NONE; at = tree.nodeAfter(parent, at)) {
    const clause = tree.rule(at) === R.clause ? clauseOf(tree, at) : undefined;
    if (clause) found.push(clause);
  }
  return found;
}
