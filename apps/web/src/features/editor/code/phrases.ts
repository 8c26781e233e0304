import { EditorState, type Extension } from '@codemirror/state';
import { t } from '../../../i18n/locale.js';
import type { Key } from '../../../i18n/vi.js';

/** What CodeMirror says by itself, by its own English words. */
const PHRASES: Readonly<Record<string, Key>> = {
  'Control character': 'code.control',
  'Folded lines': 'code.folded',
  'Unfolded lines': 'code.unfolded',
  'folded code': 'code.foldedPart',
  unfold: 'code.unfold',
  'Fold line': 'code.fold',
  'Unfold line': 'code.unfold',
  to: 'code.to',
  Completions: 'code.completions',
  'Selection deleted': 'code.deleted',
  Diagnostics: 'check.title',
  'No diagnostics': 'check.none',
  'current match': 'code.match',
  'on line': 'code.onLine',
  Find: 'code.find',
  Replace: 'code.replaceBy',
  next: 'code.next',
  previous: 'code.previous',
  all: 'code.selectAll',
  'match case': 'code.case',
  regexp: 'code.regexp',
  'by word': 'code.word',
  replace: 'code.replace',
  'replace all': 'code.replaceAll',
  close: 'code.close',
  'replaced match on line $': 'code.replaced',
  'replaced $ matches': 'code.replacedAll',
  'Go to line': 'code.goToLine',
  go: 'code.go',
  '$ unchanged lines': 'code.unchanged',
};

/** The editor's own words in the language of the page. */
export const phrases = (): Extension =>
  EditorState.phrases.of(Object.fromEntries(Object.entries(PHRASES).map(([english, key]) => [english, t(key)])));
