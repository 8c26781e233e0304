import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { codeFolding, foldGutter, foldKeymap, indentUnit } from '@codemirror/language';
import { forEachDiagnostic, lintKeymap, nextDiagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { type Command, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { LanguageService } from '#dsl';
import { thac } from '../../../../../../dsl/src/codemirror/index.js';
import { language } from '../../../i18n/locale.js';
import { phrases } from './phrases.js';
import { codeTheme } from './theme.js';

interface SetupOptions {
  readonly label: string;
  /** Id of the text that says how to get about by keys. */
  readonly change: (text: string) => void;
  /** Called when a word has been composed to its end. */
  readonly composed: () => void;
}

/** What depends on the organisation and on the language of the page: replaced while the editor stays. */
export const spoken = new Compartment();

export const speaking = (service: LanguageService | null, label: string): Extension => [
  service ? thac({ service, language: language() }) : [],
  phrases(),
  EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', translate: 'no', lang: 'vi' }),
];

/** An editor of rules texts without the language itself. */
export const setup = ({ label, change, composed }: SetupOptions): Extension => [
  lineNumbers(),
  foldGutter(),
  codeFolding(),
  history(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  indentUnit.of('  '),
  codeTheme,
  keymap.of([
    { key: 'Mod-.', run: mend },
    ...completionKeymap,
    ...lintKeymap,
    ...foldKeymap,
    ...historyKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) change(update.state.doc.toString());
  }),
  EditorView.domEventHandlers({ compositionend: () => queueMicrotask(composed) }),
  spoken.of(speaking(null, label)),
];

/** Mends the slip at the caret; where there is none to mend, the next one. */
const mend: Command = (view) => {
  const { head } = view.state.selection.main;
  const fixes: { readonly distance: number; readonly apply: () => void }[] = [];
  forEachDiagnostic(view.state, ({ actions = [] }, from, to) => {
    const [action] = actions;
    if (!action) return;
    const isHere = from <= head && head <= to;
    const distance = isHere ? 0 : from > head ? from - head : view.state.doc.length + head - to;
    fixes.push({ distance, apply: () => action.apply(view, from, to) });
  });
  const [nearest] = fixes.toSorted((a, b) => a.distance - b.distance);
  if (!nearest) return nextDiagnostic(view);
  nearest.apply();
  return true;
};
