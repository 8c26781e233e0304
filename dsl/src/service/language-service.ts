import { check } from '../check.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { format, type Formatted } from '../format/format.js';
import type { Span } from '../lexer/lines.js';
import type { CheckEnv } from '../semantics/env.js';
import { Analysis } from './analysis.js';
import type { CodeAction, Completion, Fold, Hover, OutlineEntry, Renaming, SemanticToken } from './answers.js';
import { complete } from './complete.js';
import { hover } from './hover.js';
import { folds, outline } from './outline.js';
import { definition, references, renamable, rename } from './references.js';
import { semanticTokens } from './semantic-tokens.js';

/**
 * What an editor asks of the language, whatever the editor. Every question is about a whole text; offsets are UTF-16 units, ends
 * excluded. Nothing throws, whatever the text. The text of the last question is kept read: further questions about it are cheap.
 */
export interface LanguageService {
  /** What is wrong with a text, in its order. */
  diagnostics(text: string): readonly Diagnostic[];
  /** What may be written at an offset: keywords, names without marks or by initials, numbers of tasks. */
  complete(text: string, offset: number): readonly Completion[];
  /** What the words at an offset mean; null where there is nothing to tell. */
  hover(text: string, offset: number): Hover | null;
  /** Where the group or task at an offset is defined. */
  definition(text: string, offset: number): Span | null;
  /** Every place that means what stands at an offset. */
  references(text: string, offset: number): readonly Span[];
  /** The words at an offset that a new name would replace. */
  renamable(text: string, offset: number): Span | null;
  /** Gives a task another number, or a group another name; refuses one that is taken or malformed. */
  rename(text: string, offset: number, to: string): Renaming;
  /** The parts of a text, tasks below their sections. */
  outline(text: string): readonly OutlineEntry[];
  /** What may be folded away. */
  folds(text: string): readonly Fold[];
  /** Every marked word and what it is. */
  semanticTokens(text: string): readonly SemanticToken[];
  /** The text laid out: see {@link format}. */
  format(text: string): Formatted;
  /** What mends the slips that touch a stretch. */
  codeActions(text: string, span: Span): readonly CodeAction[];
}

/** A language service against one organisation, calendar and parent plan. */
export function createLanguageService(env: CheckEnv): LanguageService {
  let last: Analysis | undefined;
  const read = (text: string): Analysis => {
    if (last?.text !== text) last = new Analysis(text, env);
    return last;
  };
  return {
    diagnostics: (text) => check(text, env).diagnostics,
    complete: (text, offset) => complete(read(text), offset),
    hover: (text, offset) => hover(read(text), offset),
    definition: (text, offset) => definition(read(text), offset),
    references: (text, offset) => references(read(text), offset),
    renamable: (text, offset) => renamable(read(text), offset),
    rename: (text, offset, to) => rename(read(text), offset, to),
    outline: (text) => outline(read(text)),
    folds: (text) => folds(read(text)),
    semanticTokens: (text) => semanticTokens(read(text)),
    format: (text) => format(text),
    codeActions: (text, span) => codeActions(check(text, env).diagnostics, span),
  };
}

function codeActions(diagnostics: readonly Diagnostic[], { start, end }: Span): readonly CodeAction[] {
  return diagnostics.flatMap(({ code, place, fix }) => {
    const touches = place.start <= end && start <= place.end;
    if (!fix || !touches) return [];
    const { title, ...edit } = fix;
    return [{ title, code, edits: [edit] }];
  });
}
