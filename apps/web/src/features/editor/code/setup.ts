import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { codeFolding, foldGutter, foldKeymap, indentUnit } from '@codemirror/language';
import { forEachDiagnostic, lintKeymap, nextDiagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { type Command, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { LanguageService } from '#dsl';
import { thac } from '../../../../../../dsl/src/codemirror/index.js';
import { language } from '../../../i18n/locale.js';
import { phrases } from './phrases.js';
import { codeTheme } from './theme.js';

/** Marks a change that the page made, not the person: the page knows of it. */
export const fromPage = Annotation.define<true>();

interface SetupOptions {
  readonly label: string;
  readonly change: (text: string) => void;
  /** Told where the caret stands once it has moved. */
  readonly moved: (offset: number) => void;
  /** Called when a word has been composed to its end. */
  readonly composed: () => void;
}

/** What depends on the organisation and on the language of the page: replaced while the editor stays. */
export const spoken = new Compartment();

export const speaking = (service: LanguageService | null, label: string): Extension => [
  service ? thac({ service, language: language() }) : [],
  phrases(),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', translate: 'no', lang: 'vi' }),
];

/** An editor of rules texts without the language itself. */
export const setup = ({ label, change, moved, composed }: SetupOptions): Extension => [
  lineNumbers(),
  foldGutter(),
  codeFolding(),
  history(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  indentUnit.of('  '),
  search({ top: true }),
  codeTheme,
  keymap.of([
    { key: 'Mod-.', run: mend },
    ...completionKeymap,
    ...searchKeymap,
    ...lintKeymap,
    ...foldKeymap,
    ...historyKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
  EditorView.updateListener.of((update) => {
    const isOwn = update.transactions.some((transaction) => transaction.annotation(fromPage));
    if (update.docChanged && !isOwn) change(update.state.doc.toString());
    if ((update.docChanged || update.selectionSet) && !update.view.composing) moved(update.state.selection.main.head);
  }),
  EditorView.domEventHandlers({ compositionend: () => queueMicrotask(composed), beforeinput: typeOver }),
  spoken.of(speaking(null, label)),
];

/**
 * What is typed over a selection is written by the editor itself: a browser would keep the style of what was there in an attribute,
 * which the policy for content refuses.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const isTyped = event.inputType === 'insertText' && event.data !== null;
  if (!isTyped || view.composing || view.state.selection.main.empty) return false;
  event.preventDefault();
  view.dispatch({ ...view.state.replaceSelection(event.data ?? ''), userEvent: 'input.type', scrollIntoView: true });
  return true;
}

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
