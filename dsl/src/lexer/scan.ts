/**
 * First pass: words, names, texts, dates, numbers and signs. It knows no keyword. What it cannot use it reports and leaves out,
 * so that tokens, comments, rejected stretches and white space together are the whole source.
 */

export type LexemeKind =
  | 'word'
  | 'text'
  | 'name'
  | 'date'
  | 'number'
  | 'task-number'
  | 'year'
  | 'years'
  | 'clock'
  | 'percent'
  | 'colon'
  | 'semicolon'
  | 'comma'
  | 'comment'
  | 'open-text'
  | 'open-name'
  | 'bad';

/** A stretch of the source and what it is. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly start: number;
  readonly end: number;
}

const SPACE = /[\s\u200b-\u200d\u2060\ufeff]+/y;
const LETTER = 'A-Za-zÀ-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ\\u0300-\\u0323';
const WORD = new RegExp(`[${LETTER}]+(?:['’][${LETTER}]+)*`, 'y');
const NUMERIC: readonly (readonly [LexemeKind, RegExp])[] = [
  ['date', /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d+|\d{1,2}\/\d{1,2}(?!\d)/y],
  ['date', /\d{1,2}\s+th(?:á|a\u0301)ng\s+\d{1,2}\s+n(?:ă|a\u0306)m\s+\d{4}/iy],
  ['years', /\d{4}\s?[-–]\s?\d{4}(?!\d)/y],
  ['clock', new RegExp(`\\d{1,2}(?:h\\d{2}|:\\d{2}|h)(?![${LETTER}\\d])['’]?`, 'iy')],
  ['task-number', /\d+(?:\.\d+)+/y],
  ['number', /\d+/y],
];
const YEAR = /\/\s?\d{4}/y;
const COMMENT = /\/\/[^\n]*/y;
const BAD = new RegExp(`[^\\s${LETTER}\\d"“”\\[:;,%/\\u200b-\\u200d\\u2060\\ufeff]+|[\\s\\S]`, 'y');
const SIGNS: ReadonlyMap<string, LexemeKind> = new Map([
  [':', 'colon'],
  [';', 'semicolon'],
  [',', 'comma'],
  ['%', 'percent'],
]);

const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** Cuts a text into lexemes. Cost: linear. Never throws. */
export function scan(text: string): readonly Lexeme[] {
  const found: Lexeme[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchEnd(SPACE, text, at);
    if (space !== -1) {
      at = space;
      continue;
    }
    const lexeme = lexemeAt(text, at);
    found.push(lexeme);
    at = lexeme.end;
  }
  return found;
}

function lexemeAt(text: string, start: number): Lexeme {
  const word = matchEnd(WORD, text, start);
  if (word !== -1) return { kind: 'word', start, end: word };
  const first = text.charAt(start);
  const sign = SIGNS.get(first);
  if (sign !== undefined) return { kind: sign, start, end: start + 1 };
  if (first === '[') return enclosed(text, start, ']');
  if (first === '"') return enclosed(text, start, '"');
  if (first === '“' || first === '”') return enclosed(text, start, '”"');
  return first === '/' ? afterSlash(text, start) : numberOrBad(text, start);
}

function afterSlash(text: string, start: number): Lexeme {
  const comment = matchEnd(COMMENT, text, start);
  if (comment !== -1) return { kind: 'comment', start, end: text.charAt(comment - 1) === '\r' ? comment - 1 : comment };
  const year = matchEnd(YEAR, text, start);
  return year === -1 ? { kind: 'bad', start, end: start + 1 } : { kind: 'year', start, end: year };
}

function numberOrBad(text: string, start: number): Lexeme {
  for (const [kind, pattern] of NUMERIC) {
    const end = matchEnd(pattern, text, start);
    if (end !== -1) return { kind, start, end };
  }
  return { kind: 'bad', start, end: matchEnd(BAD, text, start) };
}

/** A text or a name ends at its closing sign, or at the end of the line where that is missing. */
function enclosed(text: string, start: number, closers: string): Lexeme {
  const kind = closers === ']' ? 'name' : 'text';
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charAt(at);
    if (closers.includes(char)) return { kind, start, end: at + 1 };
    if (char === '\n') return { kind: `open-${kind}`, start, end: text.charAt(at - 1) === '\r' ? at - 1 : at };
  }
  return { kind: `open-${kind}`, start, end: text.length };
}
