import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { type ReactNode, useEffect, useRef } from 'react';
import { phrases } from '../code/phrases.js';
import { codeTheme } from '../code/theme.js';

interface Version {
  readonly text: string;
  readonly label: string;
}

interface DifferenceProps {
  readonly before: Version;
  readonly after: Version;
  /** Both in full beside each other, where there is room; else one text with what went struck out. */
  readonly isSideBySide?: boolean;
}

const ROOM_PX = 720;
const COLLAPSED = { margin: 3, minSize: 6 };

const reading = (label: string): Extension => [
  lineNumbers(),
  EditorView.lineWrapping,
  EditorState.readOnly.of(true),
  codeTheme,
  phrases(),
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', translate: 'no', lang: 'vi' }),
];

/** Two versions of a text and what differs. */
export function TextDifference({ before, after, isSideBySide = false }: DifferenceProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const { text: old, label: oldLabel } = before;
  const { text: now, label: nowLabel } = after;
  useEffect(() => {
    if (!host.current) return undefined;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    if (isSideBySide && host.current.clientWidth >= ROOM_PX) {
      const a = { doc: old, extensions: reading(oldLabel) };
      const b = { doc: now, extensions: reading(nowLabel) };
      const made = new MergeView({ a, b, parent: root, root, collapseUnchanged: COLLAPSED, gutter: false });
      return () => made.destroy();
    }
    const merging = unifiedMergeView({
      original: old,
      mergeControls: false,
      allowInlineDiffs: false,
      gutter: false,
      collapseUnchanged: COLLAPSED,
    });
    const state = EditorState.create({ doc: now, extensions: [reading(nowLabel), merging] });
    const made = new EditorView({ state, parent: root, root });
    return () => made.destroy();
  }, [old, oldLabel, now, nowLabel, isSideBySide]);
  return (
    <figure>
      <figcaption className="row spread hint">
        <span className="removed">− {oldLabel}</span>
        <span className="added">+ {nowLabel}</span>
      </figcaption>
      <div className="difference-host" ref={host} translate="no" />
    </figure>
  );
}
