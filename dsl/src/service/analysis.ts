import type { IToken } from 'chevrotain';
import { nameOf } from '../ast/leaves.js';
import { spanOfToken } from '../ast/cst.js';
import type { DocumentNode, NameNode } from '../ast/nodes.js';
import type { Lexed } from '../lexer/lex.js';
import type { Span } from '../lexer/lines.js';
import { parse, type Parsed } from '../parser/parse.js';
import { Deadlines } from '../semantics/deadlines.js';
import type { CheckEnv } from '../semantics/env.js';
import { Reading } from '../semantics/reading.js';
import { keywordsIn, type Keyword } from '../translate/keywords.js';
import { numbersIn, type TaskNumber } from './task-numbers.js';

/** A text as the services see it; what not every question needs is worked out when it is asked for. */
export class Analysis {
  readonly parsed: Parsed;
  readonly document: DocumentNode;
  readonly reading: Reading;
  readonly deadlines: Deadlines;
  private knownKeywords: ReadonlyMap<IToken, Keyword> | undefined;
  private knownNumbers: readonly TaskNumber[] | undefined;

  constructor(
    readonly text: string,
    readonly env: CheckEnv,
  ) {
    this.parsed = parse(text);
    this.document = this.parsed.document;
    this.reading = new Reading(this.document, this.parsed.lexed, env);
    this.deadlines = new Deadlines(this.reading);
  }

  get lexed(): Lexed {
    return this.parsed.lexed;
  }

  get keywords(): ReadonlyMap<IToken, Keyword> {
    return (this.knownKeywords ??= keywordsIn(this.parsed));
  }

  /** Numbers of tasks and targets, where they are given and where they are meant. */
  get numbers(): readonly TaskNumber[] {
    return (this.knownNumbers ??= numbersIn(this.parsed.lexed.tokens));
  }

  /** The token at an offset; one that ends there where none begins. */
  tokenAt(offset: number): IToken | undefined {
    const { tokens } = this.lexed;
    const holds = (token: IToken): boolean => token.startOffset <= offset && offset < spanOfToken(token).end;
    return tokens.find(holds) ?? tokens.find((token) => spanOfToken(token).end === offset);
  }

  /** Names in brackets, in the order of the text. */
  names(): readonly NameNode[] {
    return this.lexed.tokens.flatMap((token) => (token.tokenType.name === 'Name' ? (nameOf(token) ?? []) : []));
  }
}

export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;
