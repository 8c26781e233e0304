import type { CstNode, IToken } from 'chevrotain';
import { numberOf } from '../ast/leaves.js';
import type { NumberNode } from '../ast/nodes.js';

/** A task's number in a text. `own`: given to a task of this text. `meant`: such a task is referred to. `above`: one of the parent. */
export interface TaskNumber {
  readonly use: 'own' | 'meant' | 'above';
  readonly number: NumberNode;
}

/** Rules in which a number names a task of the plan above. */
const ABOVE: ReadonlySet<string> = new Set(['refines', 'omit']);
const OWN = 'taskHeader';
const ITEM_HEADER = /Header$/;

/** How a number within a rule is used. */
export function useOf(rule: string): TaskNumber['use'] {
  if (rule === OWN) return 'own';
  return ABOVE.has(rule) ? 'above' : 'meant';
}

/** True where a number read by a rule is that of a task. */
export const isTaskNumber = (type: string, rule: string): boolean =>
  type === 'Numeral' && (rule === OWN || !ITEM_HEADER.test(rule));

/** Every number of a task, in the order of the text. */
export function numbersIn(cst: CstNode): readonly TaskNumber[] {
  const found: TaskNumber[] = [];
  collect(cst, found);
  return found.toSorted((a, b) => a.number.span.start - b.number.span.start);
}

function collect(parent: CstNode, found: TaskNumber[]): void {
  for (const key in parent.children) {
    for (const child of parent.children[key] ?? []) {
      if ('children' in child) collect(child, found);
      else if (isTaskNumber(key, parent.name)) add(child, useOf(parent.name), found);
    }
  }
}

function add(token: IToken, use: TaskNumber['use'], found: TaskNumber[]): void {
  const number = token.isInsertedInRecovery ? null : numberOf(token);
  if (number) found.push({ use, number });
}
