import type { ItemNode } from '../ast/nodes.js';

/** Lines of groups that a text is to have: behind its last group, else behind the head of the plan. */
export function newGroups(
  lines: readonly string[],
  { items, text }: { readonly items: readonly ItemNode[]; readonly text: string },
): { readonly start: number; readonly end: number; readonly text: string } {
  const last = items.findLast(({ kind }) => kind === 'group' || kind === 'plan');
  const at = endOfLine(text, last?.span.end ?? 0);
  const gap = last?.kind === 'group' ? '\n' : '\n\n';
  return { start: at, end: at, text: `${gap}${lines.join('\n')}` };
}

/** The end of the line that an offset is on. */
export function endOfLine(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  return text[end - 1] === '\r' ? end - 1 : end;
}
