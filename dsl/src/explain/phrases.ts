import { imageOf } from '../format/images.js';
import { joinWords } from '../format/print-line.js';
import { spanOfToken } from '../ast/cst.js';
import type { Span } from '../lexer/lines.js';
import type { Analysis } from '../service/analysis.js';

/** The words of a stretch on one line, as read aloud: names without brackets, texts in curly quotes, no comments. */
export function wordsOf({ start, end }: Span, { lexed }: Analysis): string {
  const tokens = lexed.tokens.filter((token) => token.startOffset >= start && spanOfToken(token).end <= end);
  const words = tokens.map((token) => {
    const image = imageOf(token);
    if (token.tokenType.name === 'Name') return image.slice(1, -1);
    return token.tokenType.name === 'Text' ? `“${image.slice(1, -1)}”` : image;
  });
  return joinWords(words);
}

/** With a capital, and a full stop. */
export const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.…:]$/.test(words) ? '' : '.'}`;
