import type { ItemNode } from '../ast/nodes.js';
import type { Span } from '../lexer/lines.js';
import type { Analysis } from './analysis.js';
import type { Fold, OutlineEntry } from './answers.js';

const KINDS: ReadonlySet<string> = new Set(['plan', 'group', 'section', 'task', 'duty', 'regime', 'escalation']);

interface Entry extends OutlineEntry {
  readonly children: OutlineEntry[];
}

/** The parts of a text: tasks below their sections, all else side by side. */
export function outline(analysis: Analysis): readonly OutlineEntry[] {
  const found: Entry[] = [];
  let section: Entry | undefined;
  for (const item of analysis.document.items) {
    if (item.kind === 'orphan') continue;
    const entry = entryOf(item, analysis);
    if (item.kind === 'section') section = entry;
    if (item.kind === 'task' && section) {
      section.children.push(entry);
      found[found.indexOf(section)] = section = { ...section, end: entry.end };
    } else found.push(entry);
  }
  return found;
}

function entryOf(item: ItemNode, { lexed }: Analysis): Entry {
  const head = headOf(item, lexed.lines.startOf(lexed.lines.lineOf(item.span.start) + 1));
  const name = lexed.lines.slice(head).split('\n')[0]?.replace(/\s+/g, ' ').trim() ?? '';
  const kind = KINDS.has(item.kind) ? (item.kind as OutlineEntry['kind']) : 'part';
  return { kind, name, ...item.span, head, children: [] };
}

/** The first line of an item. */
const headOf = (item: ItemNode, endOfLine: number): Span =>
  'head' in item ? item.head : { start: item.span.start, end: Math.min(item.span.end, endOfLine) };

/** What may be folded: items and sections of more than one line, runs of comments. */
export function folds(analysis: Analysis): readonly Fold[] {
  const { lines, comments } = analysis.lexed;
  const ofItems = outline(analysis)
    .flatMap((entry) => [entry, ...entry.children])
    .map(({ start, end }): Fold => ({ from: lines.lineOf(start), to: lines.lineOf(Math.max(start, end - 1)), kind: 'item' }));
  const runs: Fold[] = [];
  for (const { start } of comments) {
    const line = lines.lineOf(start);
    const isAlone = lines.textOf(line).trimStart().startsWith('//');
    const last = runs.at(-1);
    if (isAlone && last?.to === line - 1) runs[runs.length - 1] = { ...last, to: line };
    else if (isAlone) runs.push({ from: line, to: line, kind: 'comment' });
  }
  return [...ofItems, ...runs].filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from);
}
