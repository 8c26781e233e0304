import type { CstNode, IToken } from 'chevrotain';
import type { Span } from '../lexer/lines.js';
import type { ConceptId } from '../vocabulary/concepts.js';

/** Reading access to the concrete tree: what recovery left out or made up counts as absent. */

const NO_NODES: readonly CstNode[] = [];
const NO_TOKENS: readonly IToken[] = [];

/** Children of a rule, in the order of the text: a rule's children are nodes, a token type's are tokens. */
export const nodes = (parent: CstNode | undefined, rule: string): readonly CstNode[] =>
  (parent?.children[rule] as readonly CstNode[] | undefined) ?? NO_NODES;

/** The first child that some table has a reader for, and that reader. */
export function childOf<R>(
  parent: CstNode,
  readers: Readonly<Record<string, R>>,
): { readonly from: CstNode; readonly read: R } | undefined {
  for (const rule in parent.children) {
    const read = readers[rule];
    const from = node(parent, rule);
    if (read && from) return { from, read };
  }
  return undefined;
}

export const node = (parent: CstNode | undefined, rule: string): CstNode | undefined => nodes(parent, rule)[0];

/** The first token of a type that stands in the text. */
export const token = (parent: CstNode | undefined, type: string): IToken | undefined => tokens(parent, type)[0];

/** Tokens of a type that stand in the text. */
export function tokens(parent: CstNode | undefined, type: string): readonly IToken[] {
  const found = parent?.children[type] as readonly IToken[] | undefined;
  if (!found) return NO_TOKENS;
  return found.some(isMadeUp) ? found.filter((element) => !isMadeUp(element)) : found;
}

const isMadeUp = ({ isInsertedInRecovery }: IToken): boolean => isInsertedInRecovery === true;

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
