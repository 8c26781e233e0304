import type { LocalDate } from '#engine';
import type { Span } from '../lexer/lines.js';

/** A text in quotes, without them. */
export interface TextNode {
  readonly span: Span;
  readonly value: string;
}

/** A name in brackets, composed and with single spaces. */
export interface NameNode {
  readonly span: Span;
  readonly value: string;
}

/** A date; null where no such day exists, or where only day and month are written. */
export interface DateNode {
  readonly span: Span;
  readonly written: string;
  readonly value: LocalDate | null;
}

/** A number as written: `1`, `1.2`, `III`. */
export interface NumberNode {
  readonly span: Span;
  readonly written: string;
  readonly value: number;
}
