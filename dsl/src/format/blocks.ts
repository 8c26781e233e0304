import type { CstNode, IToken } from 'chevrotain';
import { nodes, spanOf, spanOfToken } from '../ast/cst.js';
import type { Span } from '../lexer/lines.js';
import type { Parsed } from '../parser/parse.js';
import { lineRulesOf } from './line-rules.js';

/** One item of a text with everything up to the next one. */
export interface Block {
  /** Rule of the grammar: `task`, `plan`; `unread` before the first item. */
  readonly kind: string;
  readonly tokens: readonly IToken[];
  /** Tokens that begin a line of their own. */
  readonly lineStarts: ReadonlySet<IToken>;
  /** True where something of it was not understood: it is left as it is. */
  readonly isUnread: boolean;
  /** From its first token to its last, stretches that no token could be made of included. */
  readonly span: Span;
}

/** Words that begin a line within a line of the grammar, as texts are laid out. */
const LINE_WORDS: ReadonlySet<string> = new Set(['ISSUE_PLAN']);
const SINKS: readonly string[] = ['Filler', 'Stray', 'Loose'];
/** Lines outside any item that could have them. */
const ORPHANS: ReadonlySet<string> = new Set(['clause', 'step']);

/** Cuts a text into its items. Cost: linear. */
export function blocksOf({ lexed, cst, findings }: Parsed): readonly Block[] {
  const items = nodes(cst, 'item').filter((item) => spanOf(item).end > 0);
  const starts = items.map((item) => spanOf(item).start);
  const slips = [...findings.map(({ span }) => span), ...lexed.rejected];
  const tokens = shareOut(starts, lexed.tokens, ({ startOffset }) => startOffset);
  const rejected = shareOut(starts, lexed.rejected, ({ start }) => start);
  const faults = shareOut(
    starts,
    slips.toSorted((a, b) => a.start - b.start),
    ({ start }) => start,
  );
  return tokens.flatMap((own, index) => {
    const next = starts[index];
    const isCut = faults[index + 1]?.some(({ start }) => start === next); // reading stopped where the next item begins
    const share = { tokens: own, rejected: rejected[index] ?? [], hasFault: isCut === true || faults[index]?.length !== 0 };
    return blockOf(items[index - 1], share) ?? [];
  });
}

interface Share {
  readonly tokens: readonly IToken[];
  readonly rejected: readonly Span[];
  readonly hasFault: boolean;
}

function blockOf(item: CstNode | undefined, { tokens, rejected, hasFault }: Share): Block | undefined {
  const parts = [...tokens.map(spanOfToken), ...rejected];
  if (parts.length === 0) return undefined;
  const span = parts.reduce((a, b) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }));
  const kind = (item && Object.keys(item.children)[0]) ?? 'unread';
  if (!item || hasFault || ORPHANS.has(kind) || !isWhole(item, tokens))
    return { kind, tokens, lineStarts: new Set(), isUnread: true, span };
  return { kind, tokens, lineStarts: lineStartsOf(item, kind, tokens), isUnread: false, span };
}

/** What stands before the first start, then from each start to the next. */
function shareOut<T>(starts: readonly number[], all: readonly T[], startOf: (one: T) => number): readonly (readonly T[])[] {
  const shares: T[][] = [[], ...starts.map((): T[] => [])];
  let share = 0;
  for (const one of all) {
    while (startOf(one) >= (starts[share] ?? Number.POSITIVE_INFINITY)) share += 1;
    shares[share]?.push(one);
  }
  return shares;
}

/** True where the grammar has understood every token, and made none up. */
function isWhole(item: CstNode, tokens: readonly IToken[]): boolean {
  let count = 0;
  const visit = (parent: CstNode): boolean =>
    Object.entries(parent.children).every(([key, children]) =>
      children.every((child) => {
        if ('children' in child) return visit(child);
        count += 1;
        return !SINKS.includes(key) && !child.isInsertedInRecovery;
      }),
    );
  return visit(item) && count === tokens.length;
}

function lineStartsOf(item: CstNode, kind: string, tokens: readonly IToken[]): ReadonlySet<IToken> {
  const body = nodes(item, kind)[0];
  const offsets = new Set([...lineRulesOf(kind)].flatMap((rule) => nodes(body, rule).map((line) => spanOf(line).start)));
  return new Set(tokens.filter((token) => offsets.has(token.startOffset) || LINE_WORDS.has(token.tokenType.name)));
}
