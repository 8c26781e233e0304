import type { IToken } from 'chevrotain';
import { numberOf } from '../ast/leaves.js';
import type { NumberNode } from '../ast/nodes.js';
import { conceptOf } from '../vocabulary/concepts.js';

/** A number of a task or of a target. `own`: given to one of this text. `meant`: such a one is referred to. `above`: one of another plan. */
export interface TaskNumber {
  readonly of: 'task' | 'target';
  readonly use: 'own' | 'meant' | 'above';
  readonly number: NumberNode;
}

const OWN: ReadonlySet<string> = new Set(['TASK', 'TARGET']);
/** Keywords that name a task or target of the same text; the others name one of the plan above, or of the one that is amended. */
const MEANT: ReadonlySet<string> = new Set(['AFTER_TASK', 'SERVES']);
const NUMBERS: ReadonlySet<string> = new Set(['Int', 'TaskNumber']);

/** What the number after a keyword is: the vocabulary says it, in that its phrase ends in "task" or "target". */
export function numberAfter(keyword: IToken | undefined): Omit<TaskNumber, 'number'> | undefined {
  const concept = keyword && conceptOf(keyword.tokenType.name);
  const word = concept?.en[0]?.split(' ').at(-1);
  if (!concept || (word !== 'task' && word !== 'target')) return undefined;
  return { of: word, use: OWN.has(concept.id) ? 'own' : MEANT.has(concept.id) ? 'meant' : 'above' };
}

/** Every number of a task or target, in the order of the text. */
export const numbersIn = (tokens: readonly IToken[]): readonly TaskNumber[] =>
  tokens.flatMap((token, index): TaskNumber[] => {
    const kind = NUMBERS.has(token.tokenType.name) ? numberAfter(tokens[index - 1]) : undefined;
    const number = kind && numberOf(token);
    return kind && number ? [{ ...kind, number }] : [];
  });
