import type { CstNode } from 'chevrotain';
import type { ConceptId } from '../vocabulary/concepts.js';
import { KIND_CONCEPTS, TIER_CONCEPTS } from '../vocabulary/unit-words.js';
import { clauseOf, clausesOf, regimeClauseOf, routeOf } from './clauses.js';
import { childOf, conceptIn, node, nodes, spanOf, spanOfToken, token } from './cst.js';
import { dueOf, termUnitOf } from './due.js';
import { actorsOf, addresseeOf, dateOf, nameOf, numberOf, textOf } from './leaves.js';
import type { ActionNode, DocumentNode, EscalationNode, ItemNode, RegimeNode, StepNode, TextNode } from './nodes.js';

type Reader = (from: CstNode, text: string) => ItemNode;

const READERS: Readonly<Record<string, Reader>> = {
  plan: (from, text) => {
    const head = node(from, 'planHeader');
    return {
      kind: 'plan',
      span: spanOf(from),
      head: head ? spanOf(head) : spanOf(from),
      number: textOf(token(head, 'Text')),
      issuedOn: dateOf(token(head, 'Date')),
      issuer: nameOf(token(head, 'Name')),
      clauses: clausesOf(from, text),
    };
  },
  group: (from) => {
    const [of, membership] = [node(from, 'unitClass'), node(from, 'membership')];
    const { actors, separators } = actorsOf(node(membership, 'actors'));
    return {
      kind: 'group',
      span: spanOf(from),
      name: nameOf(token(from, 'Name')),
      unitKind: keyOf(KIND_CONCEPTS, node(of, 'unitKind')),
      tier: keyOf(TIER_CONCEPTS, node(of, 'tier')),
      below: nameOf(token(of, 'Name')),
      members: membership ? actors : null,
      separators,
      office: nameOf(token(membership, 'Name')),
    };
  },
  goal: (from, text) => {
    const head = node(from, 'goalHeader');
    return {
      kind: 'goal',
      span: spanOf(from),
      head: head ? spanOf(head) : spanOf(from),
      no: numberOf(token(head, 'Numeral')),
      title: textOf(token(head, 'Text')),
      clauses: clausesOf(from, text),
    };
  },
  conditional: (from, text) => {
    const route = node(from, 'route');
    return {
      kind: 'conditional',
      span: spanOf(from),
      condition: textOf(token(from, 'Text')),
      route: route ? routeOf(route, text) : null,
    };
  },
  section: (from) => {
    const head = node(from, 'sectionHeader');
    return { kind: 'section', span: spanOf(from), no: numberOf(token(head, 'Int')), title: textOf(token(head, 'Text')) };
  },
  task: (from, text) => {
    const head = node(from, 'taskHeader');
    return {
      kind: 'task',
      span: spanOf(from),
      head: head ? spanOf(head) : spanOf(from),
      no: numberOf(token(head, 'Numeral')),
      title: textOf(token(head, 'Text')),
      clauses: clausesOf(from, text),
    };
  },
  duty: (from, text) => ({
    kind: 'duty',
    span: spanOf(from),
    ...actorsOf(node(from, 'actors')),
    due: dueOf(from, text),
    sendTo: addresseeOf(from),
    orMerged: nodes(from, 'dutyPart').some((part) => token(part, 'OR_MERGED') !== undefined),
    orDocument: dutyTexts(from, 'OR_DOCUMENT'),
    mustState: dutyTexts(from, 'MUST_STATE'),
  }),
  regime: regimeOf,
  escalation: escalationOf,
  clause: (from, text) => ({ kind: 'orphan', span: spanOf(from), clause: clauseOf(from, text) ?? null }),
  step: (from) => ({ kind: 'orphan', span: spanOf(from), clause: null }),
};

const dutyTexts = (from: CstNode, concept: ConceptId): readonly TextNode[] =>
  nodes(from, 'dutyPart').flatMap((part) => (token(part, concept) ? (textOf(token(part, 'Text')) ?? []) : []));

function keyOf<K extends string>(concepts: Readonly<Record<K, ConceptId>>, from: CstNode | undefined): K | null {
  const keys = Object.keys(concepts) as K[];
  return keys.find((key) => token(from, concepts[key]) !== undefined) ?? null;
}

/** Builds the abstract tree. What recovery left out is null; nothing that was read is lost. Cost: linear. */
export function buildDocument(cst: CstNode, text: string): DocumentNode {
  return { items: nodes(cst, 'item').flatMap((item) => itemsOf(item, text)) };
}

function itemsOf(item: CstNode, text: string): readonly ItemNode[] {
  const found = childOf(item, READERS);
  return found ? [found.read(found.from, text), ...strayOf(found.from, text)] : [];
}

/** What follows a section header and is no task. */
function strayOf(from: CstNode, text: string): readonly ItemNode[] {
  if (from.name !== 'section') return [];
  return nodes(from, 'unknown').map((stray) => {
    const span = spanOf(stray);
    return { kind: 'orphan', span, clause: { kind: 'unknown', span, written: text.slice(span.start, span.end) } };
  });
}

function regimeOf(from: CstNode, text: string): RegimeNode {
  const head = node(from, 'regimeHeader');
  const lines = nodes(from, 'regimeLine');
  return {
    kind: 'regime',
    span: spanOf(from),
    head: head ? spanOf(head) : spanOf(from),
    title: textOf(token(head, 'Text')),
    clauses: lines.flatMap((line) => regimeClauseOf(line, text) ?? []),
    routes: lines.flatMap((line) => nodes(line, 'route').map((route) => routeOf(route, text))),
  };
}

function escalationOf(from: CstNode): EscalationNode {
  return { kind: 'escalation', span: spanOf(from), steps: nodes(from, 'step').map(stepOf) };
}

function stepOf(from: CstNode): StepNode {
  return {
    span: spanOf(from),
    when: token(from, 'ON_TIME') ? 'on-time' : token(from, 'AHEAD_OF_DUE') ? 'before' : 'after',
    amount: numberOf(token(from, 'Int')),
    unit: termUnitOf(from),
    actions: nodes(from, 'action').map(actionOf),
  };
}

const ACTIONS = ['REMIND', 'NOTIFY', 'ESCALATE', 'LIST', 'DEMAND', 'COMMEND', 'CRITICISE', 'ASSESS', 'APOLOGISE'] as const;

function actionOf(from: CstNode): ActionNode {
  const span = spanOf(from);
  const action = conceptIn(from, ACTIONS) ?? null;
  const [amount, unit] = [numberOf(token(from, 'Int')), termUnitOf(from)];
  const within = amount && unit ? { amount, unit } : null;
  const target = node(from, 'target');
  const name = nameOf(token(target, 'Name'));
  if (name) return { span, action, target: { kind: 'named', span: name.span, name }, within };
  const word = conceptIn(target, ['LEAD', 'SUPPORT', 'FOCAL', 'SUPERIOR']);
  const said = word && token(target, word);
  return { span, action, target: word && said ? { kind: 'word', span: spanOfToken(said), word } : null, within };
}
