import type { Bilingual } from '#contracts';
import type { Span } from '../lexer/lines.js';

/** Something to write at the caret: `text` takes the place of `[start, end)`, all in UTF-16 offsets. */
export interface Completion {
  readonly kind: 'keyword' | 'unit' | 'group' | 'task' | 'number';
  readonly label: string;
  /** In small print: a keyword in the other language, a unit's superior, a task's title. */
  readonly detail: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is told of the words under the pointer. Lines of plain text; the first is the heading. */
export interface Hover extends Span {
  readonly lines: readonly Bilingual[];
}

/** A change of the text. */
export interface Edit extends Span {
  readonly text: string;
}

/** Edits that belong together, or why there are none. */
export type Renaming = { readonly ok: true; readonly edits: readonly Edit[] } | { readonly ok: false; readonly why: Bilingual };

/** An entry of the outline; `name` is what stands out of its line. */
export interface OutlineEntry extends Span {
  readonly kind: 'plan' | 'group' | 'section' | 'task' | 'duty' | 'regime' | 'escalation' | 'part';
  readonly name: string;
  readonly head: Span;
  readonly children: readonly OutlineEntry[];
}

/** Lines (from 1) that may be folded away behind the first of them. */
export interface Fold {
  readonly from: number;
  readonly to: number;
  readonly kind: 'item' | 'comment';
}

/** Kinds of marked words. */
export const SEMANTIC_KINDS = ['keyword', 'label', 'unit', 'group', 'text', 'number', 'date', 'comment', 'unread'] as const;

/** A stretch of the text and what it is. */
export interface SemanticToken extends Span {
  readonly kind: (typeof SEMANTIC_KINDS)[number];
  /** True where the word gives a task or a group its name. */
  readonly isDefinition: boolean;
}

/** A change that mends a slip. */
export interface CodeAction {
  readonly title: Bilingual;
  /** Code of the diagnostic that it mends. */
  readonly code: string;
  readonly edits: readonly Edit[];
}
