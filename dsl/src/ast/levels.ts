import * as T from '../lexer/token-types.js';
import { R } from '../parser/rules.js';
import { NONE, type Node, type Tree } from '../parser/tree.js';
import { numberOf, textOf } from './leaves.js';
import type { LevelNode } from './nodes.js';
import { pointOf } from './points.js';
import { concepts } from './words.js';

const { C } = T;

const WHOLE = concepts('NONE_ARISE', 'IN_GROUP');
const BOUNDS = concepts('AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'REACH');

/** Reads one level of a target. */
export function levelOf(tree: Tree, from: Node): LevelNode {
  const [movement, top] = [tree.node(from, R.movement), tree.node(from, R.top)];
  const parts = tree.nodes(from, R.levelPart);
  const [value = null, outOf = null] = tree.tokens(top, T.Int).map(numberOf);
  const figured = movement === NONE ? from : movement;
  const bound = tree.node(figured, R.bound);
  return {
    span: tree.span(from),
    modality: tree.has(from, C.STRIVE) ? 'strive' : tree.has(from, C.MUST) ? 'must' : null,
    comparison: top === NONE ? (tree.typeIn(from, WHOLE) ?? tree.typeIn(bound, BOUNDS) ?? null) : 'IN_TOP',
    movement: movement === NONE ? null : tree.has(movement, C.INCREASE) ? 'increase' : 'decrease',
    group: textOf(tree.token(from, T.Text)),
    outOf,
    ...figureOf(tree, tree.node(figured, R.figure), value),
    everyYear: parts.some((part) => tree.has(part, C.YEARLY)),
    baseline: firstOf(parts.map((part) => numberOf(tree.token(part, T.Int)))),
    by: firstOf(parts.map((part) => pointOf(tree, pointIn(tree, part)))),
  };
}

function pointIn(tree: Tree, part: Node): Node {
  const point = tree.node(part, R.point);
  return point === NONE ? part : point;
}

function figureOf(tree: Tree, from: Node, top: LevelNode['value']): Pick<LevelNode, 'value' | 'upTo' | 'unit'> {
  const [value = null, upTo = null] = tree.tokens(from, T.Numeral).map(numberOf);
  const unit = tree.has(from, T.Percent)
    ? '%'
    : tree.has(from, C.RANKS)
      ? 'bậc'
      : (textOf(tree.token(from, T.Text))?.value ?? '');
  return { value: value ?? top, upTo, unit };
}

const firstOf = <T>(found: readonly (T | null)[]): T | null => found.find((value) => value !== null) ?? null;
