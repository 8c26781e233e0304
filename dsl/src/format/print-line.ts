import { displayWidth } from '../diagnostics/frame.js';

/** A token ready to be written, with the comments that belong to it. */
export interface Piece {
  readonly text: string;
  /** Comment lines that stand before it, within its line. */
  readonly leading: readonly string[];
  /** A comment that ends the line. */
  readonly trailing: string | undefined;
}

/** Columns that a line takes before its list is written one to a line. */
const MOST_COLUMNS = 100;
const STEP = 2;
/** Signs that stand close to what is before them. */
const CLOSE = /^[:;,%)/]/;

const spaces = (count: number): string => ' '.repeat(count);

/** Writes one line; several where it is too long and has a list, or where comments stand within it. */
export function printLine(pieces: readonly Piece[], indent: number): readonly string[] {
  const flat = joinWords(pieces.map(({ text }) => text));
  const isLong = indent + displayWidth(flat) > MOST_COLUMNS && pieces.some(({ text }) => text === ';');
  const isLabelled = pieces[1]?.text === ':';
  const printer = new Printer(indent, indent + (isLabelled ? STEP : 2 * STEP));
  for (const [index, piece] of pieces.entries()) {
    const isBreak = isLong && (piece.text === ';' || (isLabelled && index === 1));
    printer.write(piece, isBreak && index < pieces.length - 1);
  }
  return printer.finish();
}

/** Words on one line, spaced as the formatter spaces them. */
export const joinWords = (words: readonly string[]): string =>
  words.map((word, index) => separator(word, index === 0) + word).join('');

const separator = (text: string, isFirst: boolean): string => (isFirst || CLOSE.test(text) ? '' : ' ');

class Printer {
  private readonly lines: string[] = [];
  private line: string;
  private isFresh = true;
  private isBreakDue = false;

  constructor(
    indent: number,
    private readonly hanging: number,
  ) {
    this.line = spaces(indent);
  }

  write({ text, leading, trailing }: Piece, isBreakAfter: boolean): void {
    if (this.isBreakDue || leading.length > 0) this.startLine();
    this.lines.push(...leading.map((comment) => spaces(this.hanging) + comment));
    this.line += separator(text, this.isFresh) + text;
    if (trailing !== undefined) this.line += ` ${trailing}`;
    this.isFresh = false;
    this.isBreakDue = isBreakAfter || trailing !== undefined;
  }

  finish(): readonly string[] {
    return [...this.lines, this.line];
  }

  private startLine(): void {
    if (!this.isFresh) this.lines.push(this.line);
    this.line = spaces(this.hanging);
    this.isFresh = true;
  }
}
