import type { Bilingual } from '#contracts';
import type { Place } from '#engine';
import type { Span } from '../lexer/lines.js';
import type { Severity } from './catalogue/entry.js';
import type { Code } from './codes.js';

/** A change to the text that mends a slip: replace `[start, end)` by `text`. */
export interface Fix {
  readonly title: Bilingual;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a message names: the same in both languages, or a word of each. */
export type Argument = string | number | Bilingual;

/** Something to say about a text, as data: the wording is in the catalogue. */
export interface Diagnostic {
  /** Stable: `KH1001`. Help pages and tests hang on it. */
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  readonly args: Readonly<Record<string, Argument>>;
  readonly fix?: Fix;
}

/** A diagnostic before its place is computed and its severity looked up. */
export interface Finding {
  readonly code: Code;
  readonly span: Span;
  readonly args?: Readonly<Record<string, Argument>>;
  readonly fix?: Fix;
}
