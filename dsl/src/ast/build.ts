import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
import { clauseOf, clausesOf, unknownOf } from './clauses.js';
import { dueOf } from './due.js';
import { escalationOf } from './escalation.js';
import { actorsOf, addresseeOf, dateOf, nameOf, numberOf, textOf } from './leaves.js';
import type { ClauseNode, DocumentNode, DutyNode, GroupNode, ItemNode, RegimeNode, RouteNode, TextNode } from './nodes.js';
import type { Span } from '../lexer/lines.js';
import { routeOf } from './reports.js';
import { byRule, keysOf } from './words.js';

const { C } = T;

type Reader = (tree: Tree, from: Node) => ItemNode;

const READERS = byRule<Reader>({
  plan: (tree, from) => {
    const head = tree.node(from, R.planHeader);
    return {
      kind: 'plan',
      span: tree.span(from),
      head: headOf(tree, from, head),
      number: textOf(tree.token(head, T.Text)),
      issuedOn: dateOf(tree.token(head, T.DateText)),
      issuer: nameOf(tree.token(head, T.Name)),
      clauses: clausesOf(tree, from),
    };
  },
  group: groupOf,
  goal: (tree, from) => {
    const head = tree.node(from, R.goalHeader);
    return {
      kind: 'goal',
      span: tree.span(from),
      head: headOf(tree, from, head),
      no: numberOf(tree.token(head, T.Numeral)),
      title: textOf(tree.token(head, T.Text)),
      clauses: clausesOf(tree, from),
    };
  },
  conditional: (tree, from) => {
    const route = tree.node(from, R.route);
    return {
      kind: 'conditional',
      span: tree.span(from),
      condition: textOf(tree.token(from, T.Text)),
      route: route === NONE ? null : routeOf(tree, route),
    };
  },
  section: (tree, from) => {
    const head = tree.node(from, R.sectionHeader);
    return {
      kind: 'section',
      span: tree.span(from),
      no: numberOf(tree.token(head, T.Int)),
      title: textOf(tree.token(head, T.Text)),
    };
  },
  task: (tree, from) => {
    const head = tree.node(from, R.taskHeader);
    return {
      kind: 'task',
      span: tree.span(from),
      head: headOf(tree, from, head),
      no: numberOf(tree.token(head, T.Numeral)),
      title: textOf(tree.token(head, T.Text)),
      clauses: clausesOf(tree, from),
    };
  },
  duty: dutyOf,
  regime: regimeOf,
  escalation: escalationOf,
  clause: (tree, from) => ({ kind: 'orphan', span: tree.span(from), clause: clauseOf(tree, from) ?? null }),
  step: (tree, from) => ({ kind: 'orphan', span: tree.span(from), clause: null }),
});

const headOf = (tree: Tree, item: Node, head: Node): Span => tree.span(head === NONE ? item : head);

/** Builds the abstract tree. What recovery left out is null; nothing that was read is lost. Cost: linear. */
export function buildDocument(tree: Tree): DocumentNode {
  const items: ItemNode[] = [];
  const { root } = tree;
  for (let at = tree.firstNode(root); at !== NONE; at = tree.nodeAfter(root, at)) addItem(tree, at, items);
  return { items };
}

function addItem(tree: Tree, item: Node, items: ItemNode[]): void {
  const from = tree.firstNode(item);
  const read = from === NONE ? undefined : READERS[tree.rule(from)];
  if (!read) return;
  items.push(read(tree, from));
  if (tree.rule(from) === R.section) items.push(...strayOf(tree, from));
}

/** What follows a section header and is no task. */
const strayOf = (tree: Tree, section: Node): readonly ItemNode[] =>
  tree.nodes(section, R.unknown).map((stray) => ({ kind: 'orphan', span: tree.span(stray), clause: unknownOf(tree, stray) }));

const KINDS = keysOf(KIND_CONCEPTS);
const TIERS = keysOf(TIER_CONCEPTS);

function groupOf(tree: Tree, from: Node): GroupNode {
  const [of, membership] = [tree.node(from, R.unitClass), tree.node(from, R.membership)];
  const { actors, separators } = actorsOf(tree, membership);
  return {
    kind: 'group',
    span: tree.span(from),
    name: nameOf(tree.token(from, T.Name)),
    unitKind: tree.typeIn(tree.node(of, R.unitKind), KINDS) ?? null,
    tier: tree.typeIn(tree.node(of, R.tier), TIERS) ?? null,
    below: nameOf(tree.token(of, T.Name)),
    members: membership === NONE ? null : actors,
    separators,
    office: nameOf(tree.token(membership, T.Name)),
  };
}

function dutyOf(tree: Tree, from: Node): DutyNode {
  const parts = tree.nodes(from, R.dutyPart);
  const texts = (type: (typeof C)['MUST_STATE']): readonly TextNode[] =>
    parts.flatMap((part) => (tree.has(part, type) ? (textOf(tree.token(part, T.Text)) ?? []) : []));
  return {
    kind: 'duty',
    span: tree.span(from),
    ...actorsOf(tree, from),
    due: dueOf(tree, from),
    sendTo: addresseeOf(tree, from),
    orMerged: parts.some((part) => tree.has(part, C.OR_MERGED)),
    orDocument: texts(C.OR_DOCUMENT),
    mustState: texts(C.MUST_STATE),
  };
}

function regimeOf(tree: Tree, from: Node): RegimeNode {
  const head = tree.node(from, R.regimeHeader);
  const clauses: ClauseNode[] = [];
  const routes: RouteNode[] = [];
  for (const line of tree.nodes(from, R.regimeLine)) {
    const clause = regimeClauseOf(tree, line);
    if (clause) clauses.push(clause);
    for (const route of tree.nodes(line, R.route)) routes.push(routeOf(tree, route));
  }
  const title = textOf(tree.token(head, T.Text));
  return { kind: 'regime', span: tree.span(from), head: headOf(tree, from, head), title, clauses, routes };
}

function regimeClauseOf(tree: Tree, line: Node): ClauseNode | undefined {
  const stray = tree.node(line, R.strayLine);
  return stray === NONE ? clauseOf(tree, line) : unknownOf(tree, stray);
}
