import type { CstNode, IToken } from 'chevrotain';
import { spanOf } from '../ast/cst.js';
import type { Parsed } from '../parser/parse.js';
import { conceptOf, type Concept, type Language } from '../vocabulary/concepts.js';
import { foldName } from '../vocabulary/fold.js';

/** A keyword of a text, as the grammar understood it: homonyms are told apart by where they stand. */
export interface Keyword {
  readonly concept: Concept;
  /** Language in which it is spelt; null for a slip, which is read as what it was meant to be. */
  readonly language: Language | null;
  /** How many are named right before it as those who do what it says; null where nobody is. */
  readonly subjects: number | null;
}

/** What an unreadable line is made of: nothing in it is understood. */
const SINKS: ReadonlySet<string> = new Set(['Filler', 'Stray', 'Loose']);

/** Every keyword that was understood, by its token. Cost: linear. */
export function keywordsIn({ cst }: Pick<Parsed, 'cst'>): ReadonlyMap<IToken, Keyword> {
  const found = new Map<IToken, Keyword>();
  collect(cst, found);
  return found;
}

function collect(parent: CstNode, found: Map<IToken, Keyword>): void {
  for (const key in parent.children) {
    if (SINKS.has(key)) continue;
    for (const child of parent.children[key] ?? []) {
      if ('children' in child) collect(child, found);
      else addKeyword(child, { key, parent, found });
    }
  }
}

function addKeyword(
  token: IToken,
  { key, parent, found }: { readonly key: string; readonly parent: CstNode; readonly found: Map<IToken, Keyword> },
): void {
  const concept = conceptOf(key) ?? conceptOf(token.tokenType.name);
  if (!concept || token.isInsertedInRecovery) return;
  found.set(token, { concept, language: languageOf(token.image, concept), subjects: subjectsBefore(token, parent) });
}

/** The language in which a spelling is one of the concept's own. */
function languageOf(image: string, { vi, en }: Concept): Language | null {
  const folded = foldName(image);
  if (vi.some((phrase) => foldName(phrase) === folded)) return 'vi';
  return en.some((phrase) => foldName(phrase) === folded) ? 'en' : null;
}

/** The list that ends right before a word, in the same rule: its subject. */
function subjectsBefore({ startOffset }: IToken, parent: CstNode): number | null {
  const lists = (parent.children['actors'] ?? []).filter((child) => 'children' in child);
  const before = lists.filter((list) => spanOf(list).end <= startOffset).at(-1);
  if (!before) return null;
  const between = Object.values(parent.children)
    .flat()
    .some((child) => isBetween(child, spanOf(before).end, startOffset));
  return between ? null : (before.children['actor']?.length ?? null);
}

function isBetween(child: CstNode | IToken, from: number, to: number): boolean {
  const start = 'children' in child ? spanOf(child).start : child.startOffset;
  return start >= from && start < to;
}
