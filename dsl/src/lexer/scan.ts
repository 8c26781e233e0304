/**
 * First pass: words, names, texts, dates, numbers and signs. It knows no keyword. What it cannot use it reports and leaves out,
 * so that tokens, comments, rejected stretches and white space together are the whole source.
 */

import { classOf, DIGIT, LETTER, LETTERS, OTHER, SPACE } from './characters.js';

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

const NUMERIC: readonly (readonly [LexemeKind, RegExp])[] = [
  ['date', /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d+|\d{1,2}\/\d{1,2}(?!\d)/y],
  ['date', /\d{1,2}\s+th(?:á|a\u0301)ng\s+\d{1,2}\s+n(?:ă|a\u0306)m\s+\d{4}/iy],
  ['years', /\d{4}\s?[-–]\s?\d{4}(?!\d)/y],
  ['clock', new RegExp(`\\d{1,2}(?:h\\d{2}|:\\d{2}|h)(?![${LETTERS}\\d])['’]?`, 'iy')],
  ['task-number', /\d+(?:\.\d+)+/y],
  ['number', /\d+/y],
];
const YEAR = /\/\s?\d{4}/y;
const codeOf = (char: string): number => char.charCodeAt(0);
const [NEW_LINE, RETURN, QUOTE, BRACKET, CLOSING, SLASH] = [...'\n\r"[]/'].map(codeOf);
const [OPEN_QUOTE, CLOSE_QUOTE] = [...'“”'].map(codeOf);
const APOSTROPHES: readonly number[] = [..."'’"].map(codeOf);
/** What may follow the first digits of more than a number: of a date, of years, of a clock time, of a task's number. */
const GOES_ON: ReadonlySet<number> = new Set([...'-–/:.hHtT'].map(codeOf));
const SIGNS: ReadonlyMap<number, LexemeKind> = new Map([
  [codeOf(':'), 'colon'],
  [codeOf(';'), 'semicolon'],
  [codeOf(','), 'comma'],
  [codeOf('%'), 'percent'],
]);

/** Reads a text lexeme by lexeme. Cost: linear. Never throws. */
export class Scanner implements Lexeme {
  kind: LexemeKind = 'bad';
  start = 0;
  end = 0;

  constructor(readonly text: string) {}

  /** Goes on to the next lexeme; false at the end of the text. */
  next(): boolean {
    const { text } = this;
    const start = this.afterSpace();
    if (start >= text.length) return false;
    this.start = start;
    const code = text.charCodeAt(start);
    const what = classOf(code);
    if (what === LETTER) this.word(start);
    else if (what === DIGIT) this.number(start);
    else if (what === OTHER) this.take('bad', this.pastAll(OTHER, start));
    else this.sign(code, start);
    return true;
  }

  /** Goes on to the next lexeme where it is a word; else stays. */
  nextWord(): boolean {
    const start = this.afterSpace();
    if (classOf(this.text.charCodeAt(start)) !== LETTER) return false;
    this.start = start;
    this.word(start);
    return true;
  }

  /** Stands on a stretch, to go on after it. */
  seek(start: number, end: number): void {
    this.start = start;
    this.end = end;
  }

  private afterSpace(): number {
    return this.pastAll(SPACE, this.end);
  }

  private pastAll(what: number, from: number): number {
    const { text } = this;
    let at = from;
    while (at < text.length && classOf(text.charCodeAt(at)) === what) at += 1;
    return at;
  }

  private take(kind: LexemeKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  private word(start: number): void {
    const { text } = this;
    let end = this.pastAll(LETTER, start);
    while (APOSTROPHES.includes(text.charCodeAt(end)) && classOf(text.charCodeAt(end + 1)) === LETTER) {
      end = this.pastAll(LETTER, end + 1);
    }
    this.take('word', end);
  }

  private number(start: number): void {
    const { text } = this;
    const end = this.pastAll(DIGIT, start);
    const isMore = GOES_ON.has(text.charCodeAt(end)) || GOES_ON.has(text.charCodeAt(this.pastAll(SPACE, end)));
    if (isMore) this.takeMatch(NUMERIC, start);
    else this.take('number', end);
  }

  private takeMatch(patterns: typeof NUMERIC, start: number): void {
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = start;
      if (pattern.test(this.text)) {
        this.take(kind, pattern.lastIndex);
        return;
      }
    }
  }

  private sign(code: number, start: number): void {
    const kind = SIGNS.get(code);
    if (kind !== undefined) this.take(kind, start + 1);
    else if (code === BRACKET) this.enclosed('name', 'open-name', CLOSING);
    else if (code === QUOTE) this.enclosed('text', 'open-text', QUOTE);
    else if (code === OPEN_QUOTE || code === CLOSE_QUOTE) this.enclosed('text', 'open-text', CLOSE_QUOTE);
    else this.slash(start);
  }

  private slash(start: number): void {
    const { text } = this;
    if (text.charCodeAt(start + 1) === SLASH) {
      this.take('comment', this.endOfLine(start));
      return;
    }
    YEAR.lastIndex = start;
    if (YEAR.test(text)) this.take('year', YEAR.lastIndex);
    else this.take('bad', start + 1);
  }

  /** Where the line of an offset ends, its line break left out. */
  private endOfLine(offset: number): number {
    const found = this.text.indexOf('\n', offset);
    const end = found === -1 ? this.text.length : found;
    return this.text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  }

  /** A text or a name ends at its closing sign, or at the end of the line where that is missing. */
  private enclosed(closed: LexemeKind, open: LexemeKind, closer: number | undefined): void {
    const { text } = this;
    for (let at = this.start + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === closer || (code === QUOTE && closer === CLOSE_QUOTE)) {
        this.take(closed, at + 1);
        return;
      }
      if (code === NEW_LINE) {
        this.take(open, text.charCodeAt(at - 1) === RETURN ? at - 1 : at);
        return;
      }
    }
    this.take(open, text.length);
  }
}

/** Cuts a text into lexemes. */
export function scan(text: string): readonly Lexeme[] {
  const found: Lexeme[] = [];
  for (const scanner = new Scanner(text); scanner.next(); ) {
    const { kind, start, end } = scanner;
    found.push({ kind, start, end });
  }
  return found;
}
