import type { Place } from '#engine';
import { conceptOf, type Language } from '../vocabulary/concepts.js';
import { spanOfToken } from '../ast/cst.js';
import { parse } from '../parser/parse.js';
import { meaningIn, meaningOf } from '../format/same-meaning.js';
import { keywordsIn } from './keywords.js';
import { spelling } from './spelling.js';

/** A text with its keywords in another language. */
export interface Translation {
  readonly text: string;
  /** Language of most keywords before. */
  readonly from: Language;
  /** Keywords left as they were: misspelt ones, and those in lines that are not understood. */
  readonly untouched: readonly Place[];
  /**
   * True where the text would have said something else: it is then the one given. A word of one language may be two of the other,
   * and out of its place, in a text with errors, be taken for the wrong one.
   */
  readonly refused: boolean;
}

/**
 * Writes every keyword of a text in a language; every other byte stays: names, texts, dates, comments, white space. On formatted
 * text, there and back gives the same bytes. The result is read again, and refused where it says anything else. Never throws.
 * Cost: linear.
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
  const result = parts.join('') + text.slice(at);
  const refused = result !== text && meaningOf(result) !== meaningIn(parsed);
  return { text: refused ? text : result, from: language, untouched, refused };
}

const isConcept = (name: string): boolean => name.split('_or_').some((id) => conceptOf(id) !== undefined);
