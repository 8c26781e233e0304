import type { IToken, TokenType } from 'chevrotain';

/** A stretch of a text. */
interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A token of a text. What it looks like is cut out of the text when somebody asks. */
export class Token implements IToken {
  readonly tokenTypeIdx: number;
  readonly startOffset: number;
  /** Its last character. */
  readonly endOffset: number;
  private readonly source: string;

  constructor(
    { text, start, end }: Stretch,
    readonly tokenType: TokenType,
    /** Its place among the tokens of the text. */
    readonly index: number,
  ) {
    this.tokenTypeIdx = tokenType.tokenTypeIdx as number;
    this.startOffset = start;
    this.endOffset = end - 1;
    this.source = text;
  }

  get image(): string {
    return this.source.slice(this.startOffset, this.endOffset + 1);
  }
}
