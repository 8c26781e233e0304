/** Marks up one line of a rules text for the eye. Pure; the meaning stays with the server, which alone reads the language. */

/** @typedef {'indent' | 'comment' | 'text' | 'unit' | 'date' | 'word' | 'plain'} Mark */
/** @typedef {{mark: Mark, text: string}} Token */

/** Indentation, comment, text, name of a unit or class, date, and the word or words that open a clause. */
const PATTERN =
  /(?<indent>^\s+)|(?<comment>\/\/.*$)|(?<text>"[^"]*"?)|(?<unit>\[[^\]]*\]?)|(?<date>\b\d{1,2}\/\d{1,2}\/\d{4}\b|\b\d{4}-\d{2}-\d{2}\b)|(?<word>(?<=^\s*)\p{L}[\p{L}\s]*?(?=:|\s*["[]|\s+\d))/gu;

/**
 * @param {string} line
 * @returns {Token[]} pieces that joined together are the line
 */
export function markLine(line) {
  /** @type {Token[]} */
  const tokens = [];
  let end = 0;
  for (const match of line.matchAll(PATTERN)) {
    if (match.index > end) tokens.push({ mark: 'plain', text: line.slice(end, match.index) });
    tokens.push({ mark: markOf(match.groups ?? {}), text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < line.length) tokens.push({ mark: 'plain', text: line.slice(end) });
  return tokens;
}

/** @param {Record<string, string | undefined>} groups @returns {Mark} */
function markOf(groups) {
  /** @type {readonly Mark[]} */
  const marks = ['indent', 'comment', 'text', 'unit', 'date', 'word'];
  return marks.find((mark) => groups[mark] !== undefined) ?? 'plain';
}

/** Lines of a text; the end of the last line opens no further one. @param {string} text */
export const linesOf = (text) => text.replace(/\r?\n$/, '').split(/\r?\n/);
