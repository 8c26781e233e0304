import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Diagnostic as Mark } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe } from '../diagnostics/describe.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Completion } from '../service/answers.js';
import type { LanguageService } from '../service/language-service.js';
import type { Language } from '../vocabulary/concepts.js';

/** A diagnostic as CodeMirror shows it, its fix as a button. */
export function markOf(diagnostic: Diagnostic, language: Language): Mark {
  const { code, severity, place, fix } = diagnostic;
  const { message, hint } = describe(diagnostic);
  const apply = (view: EditorView): void => {
    if (fix) view.dispatch({ changes: { from: fix.start, to: fix.end, insert: fix.text } });
  };
  return {
    from: place.start,
    to: place.end,
    severity,
    source: code,
    message: hint ? `${message[language]}\n${hint[language]}` : message[language],
    ...(fix && { actions: [{ name: fix.title[language], apply }] }),
  };
}

/**
 * What may be written at the caret. The language has matched what is typed, without marks and by initials: the editor is not to
 * filter again. Unasked, only where a word or a name has been begun, and nothing that is typed to its end: Enter then ends the line.
 */
export function completionsAt({ state, pos, explicit }: CompletionContext, service: LanguageService): CompletionResult | null {
  const isOpen = ({ start, end, text }: Completion): boolean => explicit || state.sliceDoc(start, end) !== text;
  const found = service.complete(state.doc.toString(), pos).filter(isOpen);
  const from = Math.min(...found.map(({ start }) => start));
  if (found.length === 0 || (!explicit && from === pos)) return null;
  const options = found.map(({ label, detail, kind, start, end, text }) => ({
    label,
    detail,
    type: kind,
    apply: (view: EditorView): void =>
      view.dispatch({ changes: { from: start, to: end, insert: text }, selection: { anchor: start + text.length } }),
  }));
  return { from, options, filter: false };
}

/** What may be folded behind the line that begins at an offset. */
export function foldAt({ doc }: EditorState, lineStart: number, service: LanguageService): { from: number; to: number } | null {
  const line = doc.lineAt(lineStart);
  const fold = service.folds(doc.toString()).find(({ from }) => from === line.number);
  return fold ? { from: line.to, to: doc.line(fold.to).to } : null;
}
