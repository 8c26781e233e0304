import type { DeadlineRule } from '#engine';
import type { DueNode } from '../ast/nodes.js';
import type { Deadlines } from '../semantics/deadlines.js';
import type { Reading } from '../semantics/reading.js';

/** What lowering needs of a text. */
export interface Source {
  readonly reading: Reading;
  readonly deadlines: Deadlines;
}

/** A deadline as a rule; null where there is none or an error says that it cannot be read. */
export function lowerDue(due: DueNode | null | undefined, deadlines: Deadlines): DeadlineRule | null {
  const read = due && deadlines.rule(due);
  return read && 'value' in read ? read.value : null;
}
