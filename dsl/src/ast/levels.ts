import type { CstNode } from 'chevrotain';
import { conceptIn, node, nodes, spanOf, token, tokens } from './cst.js';
import { numberOf, textOf } from './leaves.js';
import type { LevelNode } from './nodes.js';
import { pointOf } from './points.js';

/** Reads one level of a target. */
export function levelOf(from: CstNode): LevelNode {
  const [movement, top] = [node(from, 'movement'), node(from, 'top')];
  const parts = nodes(from, 'levelPart');
  const [value = null, outOf = null] = tokens(top, 'Int').map(numberOf);
  const bound = node(movement ?? from, 'bound');
  return {
    span: spanOf(from),
    modality: modalityOf(from),
    comparison: top ? 'IN_TOP' : (conceptIn(from, WHOLE) ?? conceptIn(bound, BOUNDS) ?? null),
    movement: movement ? directionOf(movement) : null,
    group: textOf(token(from, 'Text')),
    outOf,
    ...figureOf(node(movement ?? from, 'figure'), value),
    everyYear: parts.some((part) => token(part, 'YEARLY') !== undefined),
    baseline: firstOf(parts.map((part) => numberOf(token(part, 'Int')))),
    by: firstOf(parts.map((part) => pointOf(node(part, 'point') ?? part))),
  };
}

function figureOf(from: CstNode | undefined, top: LevelNode['value']): Pick<LevelNode, 'value' | 'upTo' | 'unit'> {
  const [value = null, upTo = null] = tokens(from, 'Numeral').map(numberOf);
  const unit = token(from, 'Percent') ? '%' : token(from, 'RANKS') ? 'bậc' : (textOf(token(from, 'Text'))?.value ?? '');
  return { value: value ?? top, upTo, unit };
}

const WHOLE = ['NONE_ARISE', 'IN_GROUP'] as const;
const BOUNDS = ['AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'REACH'] as const;

const modalityOf = (from: CstNode): LevelNode['modality'] =>
  token(from, 'STRIVE') ? 'strive' : token(from, 'MUST') ? 'must' : null;

const directionOf = (movement: CstNode): 'increase' | 'decrease' => (token(movement, 'INCREASE') ? 'increase' : 'decrease');

const firstOf = <T>(found: readonly (T | null)[]): T | null => found.find((value) => value !== null) ?? null;
