import { CompletionContext } from '@codemirror/autocomplete';
import { foldService } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { describe, expect, it } from '@jest/globals';
import { completionsAt, markOf } from '../src/codemirror/answers.js';
import { thac } from '../src/codemirror/index.js';
import { createLanguageService } from '../src/index.js';
import { BAD } from './bad-examples.js';
import { env, taskWith } from './texts.js';

const service = createLanguageService(env);
const stateOf = (doc: string): EditorState => EditorState.create({ doc, extensions: thac({ service, language: 'vi' }) });

/** An editor without a page: what is dispatched to it changes its state. */
function headless(doc: string): { readonly view: EditorView; readonly text: () => string; readonly caret: () => number } {
  let state = stateOf(doc);
  const dispatch: Pick<EditorView, 'dispatch'>['dispatch'] = (...specs: readonly object[]) => {
    state = state.update(...specs).state;
  };
  return { view: { dispatch } as EditorView, text: () => state.doc.toString(), caret: () => state.selection.main.head };
}

describe('A CodeMirror editor', () => {
  it('marks a slip, and mends it at the push of a button', () => {
    const { text } = BAD.KH3001;
    const diagnostic = service.diagnostics(text).find(({ code }) => code === 'KH3001');
    const mark = diagnostic && markOf(diagnostic, 'en');
    expect(mark).toMatchObject({
      source: 'KH3001',
      severity: 'error',
      message: expect.stringContaining('Is [Sở Nội vụ] meant?'),
    });
    expect(text.slice(mark?.from, mark?.to)).toBe('[Sở Nội vu]');
    const editor = headless(text);
    mark?.actions?.[0]?.apply(editor.view, mark.from, mark.to);
    expect(editor.text()).toBe(text.replace('[Sở Nội vu]', '[Sở Nội vụ]'));
  });

  it('completes a name that is typed without marks, and sets the caret behind it', () => {
    const text = taskWith('chủ trì: [so noi');
    const at = text.indexOf('so noi') + 'so noi'.length;
    const result = completionsAt(new CompletionContext(stateOf(text), at, false), service);
    expect(result).toMatchObject({ from: at - '[so noi'.length, filter: false, options: [{ label: 'Sở Nội vụ', type: 'unit' }] });
    const editor = headless(text);
    const apply = result?.options[0]?.apply;
    if (typeof apply === 'function') apply(editor.view, result!.options[0]!, at, at);
    expect(editor.text()).toBe(taskWith('chủ trì: [Sở Nội vụ]'));
    expect(editor.text().slice(0, editor.caret()).endsWith('[Sở Nội vụ]')).toBe(true);
  });

  it('offers what may begin only where it is asked to', () => {
    const text = taskWith('hạn: ');
    const at = text.indexOf('hạn: ') + 'hạn: '.length;
    const state = stateOf(text);
    expect(completionsAt(new CompletionContext(state, at, false), service)).toBeNull();
    expect(completionsAt(new CompletionContext(state, at, true), service)?.options.map(({ label }) => label)).toContain(
      'thường xuyên',
    );
  });

  it('does not offer what is typed to its end', () => {
    const text = taskWith('hạn: thường xuyên');
    const at = text.indexOf('xuyên') + 'xuyên'.length;
    const state = stateOf(text);
    expect(completionsAt(new CompletionContext(state, at, false), service)).toBeNull();
    expect(completionsAt(new CompletionContext(state, at - 1, false), service)?.options).toHaveLength(1);
  });

  it('folds an item behind its first line', () => {
    const state = stateOf('nhiệm vụ 1 "A"\n  chủ trì: [Sở Nội vụ]\n  hạn: thường xuyên\n');
    const [fold] = state.facet(foldService).map((at) => at(state, 0, state.doc.line(1).to));
    expect(fold).toEqual({ from: state.doc.line(1).to, to: state.doc.line(3).to });
  });
});
