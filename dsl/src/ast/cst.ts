import type { CstNode, IToken } from 'chevrotain';
import type { Span } from '../lexer/lines.js';
import type { ConceptId } from '../vocabulary/concepts.js';

/** Reading access to the concrete tree: what recovery left out or made up counts as absent. */

const isToken = (element: CstNode | IToken): element is IToken => 'image' in element;

/** Children of a rule, in the order of the text. */
export function nodes(parent: CstNode | undefined, rule: string): readonly CstNode[] {
  return (parent?.children[rule] ?? []).filter((element): element is CstNode => !isToken(element));
}

export const node = (parent: CstNode | undefined, rule: string): CstNode | undefined => nodes(parent, rule)[0];

/** Tokens of a type that stand in the text. */
export function tokens(parent: CstNode | undefined, type: string): readonly IToken[] {
  return (parent?.children[type] ?? []).filter(
    (element): element is IToken => isToken(element) && element.isInsertedInRecovery !== true,
  );
}

export const token = (parent: CstNode | undefined, type: string): IToken | undefined => tokens(parent, type)[0];

/** The first of some concepts that stands directly below a node. */
export const conceptIn = (parent: CstNode | undefined, ids: readonly ConceptId[]): ConceptId | undefined =>
  ids.find((id) => token(parent, id) !== undefined);

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
