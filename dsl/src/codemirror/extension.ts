import { autocompletion } from '@codemirror/autocomplete';
import { foldService } from '@codemirror/language';
import { forEachDiagnostic, linter, type Diagnostic as Mark } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { hoverTooltip, keymap, type Command, type EditorView, type Tooltip, type TooltipView } from '@codemirror/view';
import type { LanguageService } from '../service/language-service.js';
import type { Language } from '../vocabulary/concepts.js';
import { completionsAt, foldAt, markOf } from './answers.js';
import { isComposed, sayWhenComposed } from './composition.js';
import { highlighting, theme } from './highlighting.js';

/** What an editor of rules texts is made from. */
export interface ThacEditorOptions {
  readonly service: LanguageService;
  /** Language of messages; that of the keywords is the text's own. */
  readonly language: Language;
  /** Milliseconds without typing before a text is checked; 250 unless given. */
  readonly delay?: number;
}

const DELAY_MS = 250;

/**
 * A CodeMirror 6 extension: marked words, diagnostics with their fixes, completion, hovers, folding, and Shift-Alt-F to lay the text
 * out. Nothing is checked, suggested or coloured anew while a word is being composed, as Vietnamese input methods do.
 */
export const thac = ({ service, language, delay = DELAY_MS }: ThacEditorOptions): Extension => [
  highlighting(service),
  theme,
  sayWhenComposed,
  linter((view) => marks(view, service, language), { delay, needsRefresh: isComposed }),
  autocompletion({ icons: false, override: [(context) => (context.view?.composing ? null : completionsAt(context, service))] }),
  hoverTooltip((view, at) => tooltip(view, at, { service, language })),
  foldService.of((state, lineStart) => foldAt(state, lineStart, service)),
  keymap.of([{ key: 'Shift-Alt-f', run: layOut(service) }]),
];

function marks(view: EditorView, service: LanguageService, language: Language): readonly Mark[] {
  if (view.composing) return shown(view.state);
  return service.diagnostics(view.state.doc.toString()).map((diagnostic) => markOf(diagnostic, language));
}

/** What is marked already, where it has moved to. */
function shown(state: EditorState): readonly Mark[] {
  const found: Mark[] = [];
  forEachDiagnostic(state, (mark, from, to) => found.push({ ...mark, from, to }));
  return found;
}

function tooltip(view: EditorView, at: number, { service, language }: ThacEditorOptions): Tooltip | null {
  const found = service.hover(view.state.doc.toString(), at);
  if (!found) return null;
  const create = (): TooltipView => {
    const dom = view.dom.ownerDocument.createElement('div');
    dom.className = 'thac-hover';
    dom.style.whiteSpace = 'pre-line';
    dom.textContent = found.lines.map((line) => line[language]).join('\n');
    return { dom };
  };
  return { pos: found.start, end: found.end, create };
}

const layOut =
  (service: LanguageService): Command =>
  (view) => {
    const text = view.state.doc.toString();
    const tidy = service.format(text).text;
    if (tidy !== text) view.dispatch({ changes: { from: 0, to: text.length, insert: tidy } });
    return true;
  };
