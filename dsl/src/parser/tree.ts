import type { TokenType } from 'chevrotain';
import type { Lexed } from '../lexer/lex.js';
import type { Lines, Span } from '../lexer/lines.js';
import type { Token } from '../lexer/token.js';
import { HEAD, LEAF, type Trace } from './trace.js';

/** A rule that was read, by its place in the trace. */
export type Node = number;

/** No node: what lies below it is absent as well. */
export const NONE: Node = -1;

/** What was read of a text, rule by rule: a view of the parser's trace. What recovery left out or made up counts as absent. */
export class Tree {
  /** The whole document. */
  readonly root: Node = 0;
  private readonly steps: Int32Array;
  private readonly read: readonly Token[];
  private readonly lines: Lines;

  constructor({ tokens, lines }: Pick<Lexed, 'tokens' | 'lines'>, trace: Trace) {
    this.read = tokens;
    this.lines = lines;
    this.steps = trace.steps;
  }

  rule(node: Node): number {
    return this.steps[node] as number;
  }

  /** The first thing below a node that was read by a rule; NONE where there is none. */
  node(parent: Node, rule: number): Node {
    const { steps } = this;
    for (let at = parent + HEAD, end = this.endOf(parent); at < end; ) {
      const what = steps[at] as number;
      if (what === rule) return at;
      at = what >= 0 ? (steps[at + 1] as number) : at + LEAF;
    }
    return NONE;
  }

  /** All that was read by a rule directly below a node, in the order of the text. */
  nodes(parent: Node, rule: number): readonly Node[] {
    const found: Node[] = [];
    const { steps } = this;
    for (let at = parent + HEAD, end = this.endOf(parent); at < end; ) {
      const what = steps[at] as number;
      if (what === rule) found.push(at);
      at = what >= 0 ? (steps[at + 1] as number) : at + LEAF;
    }
    return found;
  }

  /** The first rule below a node; NONE where there is none. */
  firstNode(parent: Node): Node {
    return this.nextNode(parent, parent + HEAD);
  }

  /** The rule after another below the same node; NONE where there is none. */
  nodeAfter(parent: Node, node: Node): Node {
    return this.nextNode(parent, this.endOf(node));
  }

  private nextNode(parent: Node, from: number): Node {
    const end = this.endOf(parent);
    for (let at = from; at < end; at += LEAF) if ((this.steps[at] as number) >= 0) return at;
    return NONE;
  }

  /** The first token directly below a node that was read as one of a type. */
  token(parent: Node, type: TokenType): Token | undefined {
    const at = this.leaf(parent, type);
    return at === NONE ? undefined : this.read[this.steps[at + 1] as number];
  }

  has(parent: Node, type: TokenType): boolean {
    return this.leaf(parent, type) !== NONE;
  }

  /** The first of some types that a token directly below a node was read as. */
  typeIn<K extends string>(parent: Node, types: readonly (readonly [TokenType, K])[]): K | undefined {
    return parent === NONE ? undefined : types.find(([type]) => this.has(parent, type))?.[1];
  }

  private leaf(parent: Node, type: TokenType): number {
    const { steps } = this;
    const wanted = ~(type.tokenTypeIdx as number);
    for (let at = parent + HEAD, end = this.endOf(parent); at < end; ) {
      const what = steps[at] as number;
      if (what === wanted && (steps[at + 1] as number) >= 0) return at;
      at = what >= 0 ? (steps[at + 1] as number) : at + LEAF;
    }
    return NONE;
  }

  /** Tokens directly below a node that were read as those of a type. */
  tokens(parent: Node, type: TokenType): readonly Token[] {
    const found: Token[] = [];
    const { steps } = this;
    const wanted = ~(type.tokenTypeIdx as number);
    for (let at = parent + HEAD, end = this.endOf(parent); at < end; ) {
      const what = steps[at] as number;
      const token = what === wanted ? this.read[steps[at + 1] as number] : undefined;
      if (token) found.push(token);
      at = what >= 0 ? (steps[at + 1] as number) : at + LEAF;
    }
    return found;
  }

  /** The stretch of a node; empty, at 0, where it holds nothing. */
  span(node: Node): Span {
    const start = this.steps[node + 2] as number;
    const end = this.steps[node + 3] as number;
    return start >= 0 && end >= start ? { start, end: end + 1 } : { start: 0, end: 0 };
  }

  /** What a node looks like in the text. */
  written(node: Node): string {
    return this.lines.slice(this.span(node));
  }

  private endOf(node: Node): number {
    return node === NONE ? 0 : (this.steps[node + 1] as number);
  }
}
