import type { Place } from '#engine';

/** A stretch of the text, in UTF-16 offsets; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many lines on from the last one are looked at one by one. */
const NEAR = 8;

function startsIn(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where the lines of a text begin: turns offsets into lines and columns. */
export class Lines {
  private known: readonly number[] | undefined;
  /** The line that was last asked for, from 0: the next is most often near. */
  private last = 0;

  constructor(private readonly text: string) {}

  private get starts(): readonly number[] {
    return (this.known ??= startsIn(this.text));
  }

  get length(): number {
    return this.text.length;
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** Line of an offset, from 1. Cost: logarithmic in the number of lines; constant shortly after the one last asked for. */
  lineOf(offset: number): number {
    this.last = this.near(offset) ?? this.search(offset);
    return this.last + 1;
  }

  private near(offset: number): number | undefined {
    for (let line = this.last; line < this.last + NEAR; line++) {
      const start = this.starts[line] ?? Number.POSITIVE_INFINITY;
      if (start > offset) return line > this.last ? line - 1 : undefined;
    }
    return undefined;
  }

  private search(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A span as the engine writes it: offsets, line and column from 1. */
  placeOf({ start, end }: Span): Place {
    const line = this.lineOf(start);
    return { start, end, line, column: start - (this.starts[line - 1] ?? 0) + 1 };
  }

  /** The text of a line (from 1) without its line break. */
  textOf(line: number): string {
    const start = this.starts[line - 1] ?? this.text.length;
    const end = this.starts[line] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, '');
  }

  /** Offset of the first character of a line (from 1); the length of the text past the last one. */
  startOf(line: number): number {
    return this.starts[line - 1] ?? this.text.length;
  }
}
