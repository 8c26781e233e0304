import type { Finding } from '../diagnostics/diagnostic.js';
import type { ConceptId, Language } from '../vocabulary/concepts.js';
import type { Span } from './lines.js';
import type { Lexeme } from './scan.js';
import { suggest } from './suggest.js';

/** A misspelt keyword, read as the one it was meant to be: the slip is reported, and the rest of the text stays readable. */
export interface Slip {
  readonly concept: ConceptId;
  readonly language: Language;
  readonly words: number;
  readonly finding: Finding & { readonly span: Span };
}

/** What of a text is needed to judge a slip. */
export interface Source {
  readonly text: string;
  readonly lexemes: readonly Lexeme[];
  slice(span: Span): string;
  spanOf(index: number, words: number): Span;
}

const MOST_WORDS = 10;

/** The keyword that the words at a lexeme were meant to be, if any is near enough. */
export function misspelt(source: Source, index: number): Slip | undefined {
  const count = wordsOfLine(source, index);
  const words = source.lexemes.slice(index, index + count).map((lexeme) => source.slice(lexeme));
  const colonAfter = source.lexemes[index + count]?.kind === 'colon' ? count : 0;
  const found = suggest(words, { startsLine: startsLine(source, index), colonAfter });
  if (!found) return undefined;
  const span = source.spanOf(index, found.words);
  const title = { vi: `Sửa thành “${found.text}”`, en: `Change to “${found.text}”` };
  const finding: Finding = {
    code: 'KH1001',
    span,
    args: { found: source.slice(span), expected: found.text },
    fix: { title, ...span, text: found.text },
  };
  return { concept: found.concept.id, language: found.language, words: found.words, finding };
}

/** How many words follow each other on the line. */
function wordsOfLine({ lexemes, text }: Source, index: number): number {
  let count = 1;
  for (; count < MOST_WORDS; count++) {
    const next = lexemes[index + count];
    const last = lexemes[index + count - 1];
    if (next?.kind !== 'word' || !last || text.slice(last.end, next.start).includes('\n')) break;
  }
  return count;
}

function startsLine({ lexemes, text }: Source, index: number): boolean {
  const before = lexemes[index - 1];
  const word = lexemes[index];
  return !before || !word || text.slice(before.end, word.start).includes('\n');
}
