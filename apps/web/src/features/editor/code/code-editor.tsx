import { redo, undo } from '@codemirror/commands';
import { forceLinting } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { Edit, LanguageService } from '#dsl';
import { language as pageLanguage } from '../../../i18n/locale.js';
import { changeBetween } from './change-between.js';
import { fromPage, setup, speaking, spoken } from './setup.js';

/** What the page does to the editor. */
export interface CodeHandle {
  /** Changes parts of the text, as one step to undo. */
  apply(edits: readonly Edit[]): void;
  /** Puts the caret at an offset, in sight, and gives the editor the focus. */
  show(offset: number): void;
  /** Opens the search, with what is selected. */
  find(): void;
  undo(): void;
  redo(): void;
}

interface CodeEditorProps {
  readonly label: string;
  readonly text: string;
  readonly change: (text: string) => void;
  readonly moved: (offset: number) => void;
  readonly service: LanguageService | null;
  readonly handle: RefObject<CodeHandle | null>;
}

/**
 * A text in CodeMirror. It stands in a shadow tree: there its styles need no style element, which the policy for content refuses.
 * While a word is being composed nothing is done to it from outside.
 */
export function CodeEditor({ label, text, change, moved, service, handle }: CodeEditorProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useRef(change);
  changed.current = change;
  const waiting = useRef<(() => void) | null>(null);
  const whenFree = useRef((act: () => void): void => {
    if (view.current?.composing) waiting.current = act;
    else act();
  });

  useEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const composed = (): void => {
      waiting.current?.();
      waiting.current = null;
    };
    const extensions = setup({ label, change: (now) => changed.current(now), moved, composed });
    const made = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: root, root });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
    // oxlint-disable-next-line react/exhaustive-deps -- made once: what changes later is told to it below
  }, []);

  const spokenNow = pageLanguage();
  useEffect(() => {
    whenFree.current(() => {
      view.current?.dispatch({ effects: spoken.reconfigure(speaking(service, label)) });
      if (view.current && service) forceLinting(view.current);
    });
  }, [service, label, spokenNow]);

  useEffect(() => {
    const made = view.current;
    if (!made || made.state.doc.toString() === text) return;
    made.dispatch({ changes: changeBetween(made.state.doc.toString(), text), annotations: fromPage.of(true) });
  }, [text]);

  useImperativeHandle(handle, () => handleOf(view), []);
  return <div className="code-host" ref={host} translate="no" />;
}

const handleOf = (view: RefObject<EditorView | null>): CodeHandle => ({
  apply: (edits) =>
    view.current?.dispatch({ changes: edits.map(({ start, end, text: insert }) => ({ from: start, to: end, insert })) }),
  show: (offset) => {
    const made = view.current;
    if (!made) return;
    const anchor = Math.min(offset, made.state.doc.length);
    made.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
    made.focus();
  },
  find: () => view.current && openSearchPanel(view.current),
  undo: () => view.current && undo(view.current),
  redo: () => view.current && redo(view.current),
});
