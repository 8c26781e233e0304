/** Marks up one line of a rules text for the eye. Pure; the meaning stays with the language itself. */

export type Mark = 'indent' | 'comment' | 'text' | 'unit' | 'date' | 'word' | 'plain';

/** Indentation, comment, text, name of a unit or class, date, and the word or words that open a clause. */
const PATTERN =
  /(?<indent>^\s+)|(?<comment>\/\/.*$)|(?<text>"[^"]*"?)|(?<unit>\[[^\]]*\]?)|(?<date>\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b)|(?<word>(?<=^\s*)\p{L}[\p{L}\s]*?(?=:|\s*["[]|\s+\d))/gu;
const MARKS: readonly Mark[] = ['indent', 'comment', 'text', 'unit', 'date', 'word'];

/** Pieces that joined together are the line. */
export function markLine(line: string): { mark: Mark; text: string }[] {
  const tokens: { mark: Mark; text: string }[] = [];
  let end = 0;
  for (const match of line.matchAll(PATTERN)) {
    if (match.index > end) tokens.push({ mark: 'plain', text: line.slice(end, match.index) });
    const groups = match.groups ?? {};
    tokens.push({ mark: MARKS.find((mark) => groups[mark] !== undefined) ?? 'plain', text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ mark: 'plain', text: line.slice(end) });
  return tokens;
}

/** Lines of a text; the end of the last line opens no further one. */
export const linesOf = (text: string): string[] => text.replace(/\r?\n$/, '').split(/\r?\n/);
