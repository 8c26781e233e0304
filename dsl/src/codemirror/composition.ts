import { StateEffect } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';

const composed = StateEffect.define<null>();

/** Says so when a word has been composed to its end: that may change nothing of the text, and much has waited for it. */
export const sayWhenComposed = EditorView.domEventHandlers({
  compositionend: (_, view) => queueMicrotask(() => view.dispatch({ effects: composed.of(null) })),
});

/** True for the update that says so. */
export const isComposed = ({ transactions }: ViewUpdate): boolean =>
  transactions.some(({ effects }) => effects.some((effect) => effect.is(composed)));
