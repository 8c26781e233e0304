import type { Place } from '#engine';
import { conceptOf, type Language } from '../vocabulary/concepts.js';
import { spanOfToken } from '../ast/cst.js';
import { parse } from '../parser/parse.js';
import { keywordsIn } from './keywords.js';
import { spelling } from './spelling.js';

/** A text with its keywords in another language. */
export interface Translation {
  readonly text: string;
  /** Language of most keywords before. */
  readonly from: Language;
  /** Keywords left as they were: misspelt ones, and those in lines that are not understood. */
  readonly untouched: readonly Place[];
}

/**
 * Writes every keyword of a text in a language; every other byte stays: names, texts, dates, comments, white space. On formatted
 * text, there and back gives the same bytes. Never throws. Cost: linear.
 */
export function translate(text: string, to: Language): Translation {
  const parsed = parse(text);
  const { tokens, language, lines } = parsed.lexed;
  const keywords = keywordsIn(parsed);
  const parts: string[] = [];
  const untouched: Place[] = [];
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const keyword = keywords.get(token);
    if (keyword?.language) {
      parts.push(text.slice(at, token.startOffset), spelling(keyword, to, { tokens, index, keywords }));
      at = spanOfToken(token).end;
    } else if (keyword || isConcept(token.tokenType.name)) untouched.push(lines.placeOf(spanOfToken(token)));
  }
  return { text: parts.join('') + text.slice(at), from: language, untouched };
}

const isConcept = (name: string): boolean => name.split('_or_').some((id) => conceptOf(id) !== undefined);
