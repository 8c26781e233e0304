import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import type { Node, Tree } from '../parser/tree.js';
import { spanOfToken } from './cst.js';
import { termUnitOf } from './due.js';
import { nameOf, numberOf } from './leaves.js';
import type { ActionNode, EscalationNode, StepNode } from './nodes.js';
import { concepts } from './words.js';

const { C } = T;

const ACTIONS = concepts('REMIND', 'NOTIFY', 'ESCALATE', 'LIST', 'DEMAND', 'COMMEND', 'CRITICISE', 'ASSESS', 'APOLOGISE');
const TARGETS = concepts('LEAD', 'SUPPORT', 'FOCAL', 'SUPERIOR');

/** Reads the ladder of steps. */
export const escalationOf = (tree: Tree, from: Node): EscalationNode => ({
  kind: 'escalation',
  span: tree.span(from),
  steps: tree.nodes(from, R.step).map((step) => stepOf(tree, step)),
});

const stepOf = (tree: Tree, from: Node): StepNode => ({
  span: tree.span(from),
  when: tree.has(from, C.ON_TIME) ? 'on-time' : tree.has(from, C.AHEAD_OF_DUE) ? 'before' : 'after',
  amount: numberOf(tree.token(from, T.Int)),
  unit: termUnitOf(tree, from),
  actions: tree.nodes(from, R.action).map((action) => actionOf(tree, action)),
});

function actionOf(tree: Tree, from: Node): ActionNode {
  const [amount, unit] = [numberOf(tree.token(from, T.Int)), termUnitOf(tree, from)];
  const within = amount && unit ? { amount, unit } : null;
  const action = tree.typeIn(from, ACTIONS) ?? null;
  return { span: tree.span(from), action, target: targetOf(tree, tree.node(from, R.target)), within };
}

function targetOf(tree: Tree, target: Node): ActionNode['target'] {
  const name = nameOf(tree.token(target, T.Name));
  if (name) return { kind: 'named', span: name.span, name };
  const word = tree.typeIn(target, TARGETS);
  const said = word && tree.token(target, C[word]);
  return word && said ? { kind: 'word', span: spanOfToken(said), word } : null;
}
