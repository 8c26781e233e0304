import type { CstElement, CstNode, IToken } from 'chevrotain';
import { TOKEN_TYPES } from '../lexer/token-types.js';
import { nameOfRule } from './rules.js';
import { HEAD, LEAF, type Trace } from './trace.js';

/**
 * The concrete tree of a trace: every rule with its children by name, tokens by the type they were read as, those that recovery made
 * up included. For who must know how each word was understood: the formatter and the translator. Cost: linear.
 */
export function concreteTree(trace: Trace, tokens: readonly IToken[]): CstNode {
  return new Concrete(trace, tokens).nodeAt(0);
}

class Concrete {
  constructor(
    private readonly trace: Trace,
    private readonly tokens: readonly IToken[],
  ) {}

  nodeAt(at: number): CstNode {
    const { steps } = this.trace;
    const [rule, end, startOffset, endOffset] = steps.subarray(at, at + HEAD) as unknown as readonly [
      number,
      number,
      number,
      number,
    ];
    const children = Object.create(null) as Record<string, CstElement[]>;
    for (let next = at + HEAD; next < end; ) {
      const what = steps[next] as number;
      if (what >= 0) (children[nameOfRule(what)] ??= []).push(this.nodeAt(next));
      else (children[nameOfType(~what)] ??= []).push(this.tokenAt(steps[next + 1] as number));
      next = what >= 0 ? (steps[next + 1] as number) : next + LEAF;
    }
    return { name: nameOfRule(rule), children, location: { startOffset, endOffset } };
  }

  private tokenAt(index: number): IToken {
    return (index >= 0 ? this.tokens[index] : this.trace.madeUp[~index]) as IToken;
  }
}

const nameOfType = (index: number): string => NAMES.get(index) ?? '';
const NAMES: ReadonlyMap<number, string> = new Map(TOKEN_TYPES.map(({ tokenTypeIdx, name }) => [tokenTypeIdx as number, name]));
