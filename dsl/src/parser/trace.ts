import type { IToken, TokenType } from 'chevrotain';
import type { Token } from '../lexer/token.js';

/** Numbers that a rule takes up: its own, where the next thing begins, offsets of its first and of its last character (-1: none). */
export const HEAD = 4;
/** Numbers that a token takes up: the complement of the type it was read as, and its place among the tokens. */
export const LEAF = 2;
/** About as many numbers as a token of a plan leaves. */
const STEPS_A_TOKEN = 10;

/**
 * What a parser did, step by step, as numbers: rules with what they read, tokens with what they were read as. What recovery gave
 * up stays as far as it was read. Trees are made from it: the abstract one always, the concrete one where somebody asks for it.
 */
export class Trace {
  steps: Int32Array;
  length = 0;
  /** Tokens that recovery made up: they stand in the trace by the complement of their place here. */
  readonly madeUp: IToken[] = [];
  /** Where the rule at hand begins; -1 outside any. */
  private rule = -1;

  constructor(tokens: number) {
    this.steps = new Int32Array(tokens * STEPS_A_TOKEN + HEAD);
  }

  /** A rule begins. Gives what `leave` wants to be told: the rule around it. */
  enter(rule: number): number {
    const outer = this.rule;
    const at = this.take(HEAD);
    const { steps } = this;
    steps[at] = rule;
    steps[at + 2] = -1;
    steps[at + 3] = -1;
    this.rule = at;
    return outer;
  }

  leave(outer: number): void {
    const at = this.rule;
    this.steps[at + 1] = this.length;
    this.rule = outer;
    if (outer >= 0) this.extend(outer, this.steps[at + 2] as number, this.steps[at + 3] as number);
  }

  /** A token was read as one of a type. */
  read(type: TokenType, token: IToken): void {
    const at = this.take(LEAF);
    this.steps[at] = ~(type.tokenTypeIdx as number);
    this.steps[at + 1] = token.isInsertedInRecovery ? ~(this.madeUp.push(token) - 1) : (token as Token).index;
    this.extend(this.rule, token.startOffset, token.endOffset as number);
  }

  private take(count: number): number {
    const at = this.length;
    this.length = at + count;
    if (this.length > this.steps.length) {
      const more = new Int32Array(this.steps.length * 2);
      more.set(this.steps);
      this.steps = more;
    }
    return at;
  }

  private extend(at: number, start: number, end: number): void {
    const { steps } = this;
    if (steps[at + 2] === -1) {
      steps[at + 2] = start;
      steps[at + 3] = end;
    } else if ((steps[at + 3] as number) < end) steps[at + 3] = end;
  }
}
