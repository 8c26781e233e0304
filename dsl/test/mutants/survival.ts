import type { DocumentNode } from '../../src/ast/nodes.js';
import type { Span } from '../../src/lexer/lines.js';
import type { Mutant } from './mutate.js';

/** A task of a text: where it stands, up to the next item, and what it says. */
export interface Said {
  readonly span: Span;
  readonly says: string;
}

/** The tasks of a text. */
export const tasksOf = ({ items }: DocumentNode): readonly Said[] =>
  items.flatMap((item, index) => {
    if (item.kind !== 'task') return [];
    const end = items[index + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    return [{ span: { start: item.span.start, end }, says: JSON.stringify(item, contentOnly) }];
  });

/** Where something stands is no part of what it says; a composed letter is its parts. */
function contentOnly(key: string, value: unknown): unknown {
  if (key === 'span' || key === 'head') return undefined;
  if (key === 'written' && typeof value === 'string') return value.normalize('NFC').replace(/\s+/g, ' ');
  const isSpan = typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
  return isSpan ? true : value;
}

/** How many tasks no change has touched, and those of them that the spoilt text does not have any more. */
export function survivalOf(
  good: readonly Said[],
  { touched }: Mutant,
  left: readonly Said[],
): { untouched: number; lost: number } {
  const there = left.map(({ says }) => says);
  let [untouched, lost] = [0, 0];
  for (const { span, says } of good) {
    if (touched.some((change) => touches(change, span))) continue;
    untouched += 1;
    const at = there.indexOf(says);
    if (at === -1) lost += 1;
    else there.splice(at, 1);
  }
  return { untouched, lost };
}

/** What is put in before the next item belongs to the task before it; what is done to the next item does not. */
const touches = (change: Span, task: Span): boolean =>
  change.start === change.end
    ? task.start <= change.start && change.start <= task.end
    : change.start < task.end && task.start < change.end;
