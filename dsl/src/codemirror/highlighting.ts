import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { LanguageService } from '../service/language-service.js';
import { isComposed } from './composition.js';

/** Classes of marked words: `thac-keyword`, `thac-unit` …, and `thac-definition`; the theme colours them. */
export const highlighting = (service: LanguageService) =>
  ViewPlugin.define((view) => new Highlighter(view, service), { decorations: ({ decorations }) => decorations });

class Highlighter {
  decorations: DecorationSet;

  constructor(
    view: EditorView,
    private readonly service: LanguageService,
  ) {
    this.decorations = this.mark(view);
  }

  /** While a word is being composed its marks only move along: to write over them would break the input method. */
  update(update: ViewUpdate): void {
    const { view, docChanged, changes, viewportChanged } = update;
    if (view.composing) this.decorations = this.decorations.map(changes);
    else if (docChanged || viewportChanged || isComposed(update)) this.decorations = this.mark(view);
  }

  private mark(view: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    const { from, to } = view.viewport;
    for (const { start, end, kind, isDefinition } of this.service.semanticTokens(view.state.doc.toString())) {
      if (end < from || start > to) continue;
      builder.add(start, end, Decoration.mark({ class: isDefinition ? `thac-${kind} thac-definition` : `thac-${kind}` }));
    }
    return builder.finish();
  }
}

/** Colours that can be told apart on white at a contrast of 4.5 and more. */
export const theme = EditorView.baseTheme({
  '.thac-label': { color: '#6f2c91', fontWeight: '600' },
  '.thac-keyword': { color: '#1f4e9c' },
  '.thac-unit': { color: '#0b6157' },
  '.thac-group': { color: '#0b6157', fontStyle: 'italic' },
  '.thac-text': { color: '#7a4100' },
  '.thac-number, .thac-date': { color: '#a3123c' },
  '.thac-comment': { color: '#5a5f66', fontStyle: 'italic' },
  '.thac-unread': { color: '#b00020' },
  '.thac-definition': { fontWeight: '700' },
});
