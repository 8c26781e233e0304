import type { CstNode, IToken } from 'chevrotain';
import type { Span } from '../lexer/lines.js';

/** Reading access to the concrete tree. */

const NO_NODES: readonly CstNode[] = [];

/** Children of a rule, in the order of the text: a rule's children are nodes, a token type's are tokens. */
export const nodes = (parent: CstNode | undefined, rule: string): readonly CstNode[] =>
  (parent?.children[rule] as readonly CstNode[] | undefined) ?? NO_NODES;

export const spanOfToken = ({ startOffset, endOffset }: IToken): Span => ({
  start: startOffset,
  end: (endOffset ?? startOffset) + 1,
});

/** The stretch of a node; empty, at 0, where it holds nothing. */
export function spanOf(of: CstNode): Span {
  const start = of.location?.startOffset ?? -1;
  const end = of.location?.endOffset ?? -1;
  return start >= 0 && end >= start ? { start, end: end + 1 } : { start: 0, end: 0 };
}
