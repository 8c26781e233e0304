/** The page of the test: an editor, its text, and a button that translates. */
import { completionKeymap } from '@codemirror/autocomplete';
import { EditorView, keymap } from '@codemirror/view';
import { createLanguageService, translate } from 'thac-language';
import { thac } from 'thac-language/codemirror';
import { env, PLAN } from './directory.mjs';

/** How often the text was coloured or checked anew. */
let asked = 0;
const language = createLanguageService(env);
const counted = (ask) => (text) => {
  asked += 1;
  return ask(text);
};
const service = {
  ...language,
  diagnostics: counted(language.diagnostics),
  semanticTokens: counted(language.semanticTokens),
};
const extensions = [keymap.of(completionKeymap), thac({ service, language: 'vi', delay: 10 })];
const view = new EditorView({ doc: PLAN, extensions, parent: document.body });

document.querySelector('#translate').addEventListener('click', () => {
  const text = view.state.doc.toString();
  view.dispatch({ changes: { from: 0, to: text.length, insert: translate(text, 'en').text } });
});

globalThis.editor = {
  asked: () => asked,
  text: () => view.state.doc.toString(),
  caretAfter(words) {
    const at = view.state.doc.toString().indexOf(words) + words.length;
    view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    view.focus();
  },
};
