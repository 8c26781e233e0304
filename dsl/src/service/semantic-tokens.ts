import type { IToken } from 'chevrotain';
import { nameOf } from '../ast/leaves.js';
import { spanOfToken } from '../ast/cst.js';
import type { Analysis } from './analysis.js';
import type { SemanticToken } from './answers.js';

type Kind = SemanticToken['kind'];

const KINDS: Readonly<Record<string, Kind>> = {
  Text: 'text',
  Date: 'date',
  Numeral: 'number',
  TaskNumber: 'number',
  Int: 'number',
  Roman: 'number',
  YearPart: 'number',
  Word: 'unread',
};

/** Every marked word of a text, comments included, in its order. Signs are left as they are. */
export function semanticTokens(analysis: Analysis): readonly SemanticToken[] {
  const { tokens, comments, rejected } = analysis.lexed;
  const definitions = definitionsIn(analysis);
  const marked = tokens.flatMap((token): SemanticToken[] => {
    const kind = kindOf(token, analysis);
    return kind ? [{ ...spanOfToken(token), kind, isDefinition: definitions.has(token.startOffset) }] : [];
  });
  const apart = [
    ...comments.map(({ start, end }): SemanticToken => ({ start, end, kind: 'comment', isDefinition: false })),
    ...rejected.map(({ start, end }): SemanticToken => ({ start, end, kind: 'unread', isDefinition: false })),
  ];
  return [...marked, ...apart].toSorted((a, b) => a.start - b.start);
}

function kindOf(token: IToken, { keywords, reading }: Analysis): Kind | undefined {
  const keyword = keywords.get(token);
  if (keyword) return keyword.concept.role === 'word' ? 'keyword' : 'label';
  const name = token.tokenType.name === 'Name' ? nameOf(token) : null;
  if (name) return reading.meaningOf(name)?.kind ?? 'unit';
  return KINDS[token.tokenType.name];
}

/** Where tasks and groups get their names. */
function definitionsIn({ numbers, reading }: Analysis): ReadonlySet<number> {
  const tasks = numbers.flatMap(({ use, number }) => (use === 'own' ? [number.span.start] : []));
  return new Set([...tasks, ...[...reading.groups.values()].map(({ name }) => name.span.start)]);
}
