import type { IToken } from 'chevrotain';
import { spanOfToken } from '../ast/cst.js';
import type { Lexed } from '../lexer/lex.js';
import type { Lines, Span } from '../lexer/lines.js';

/** A comment on a line of its own. */
export interface OwnLineComment {
  readonly span: Span;
  readonly text: string;
  /** A blank line stands before it, after it. */
  readonly blankBefore: boolean;
  readonly blankAfter: boolean;
}

/** Where comments belong: at the end of a token's line, or on lines of their own before a token. */
export interface Attached {
  readonly trailing: ReadonlyMap<IToken, string>;
  readonly leading: ReadonlyMap<IToken, readonly OwnLineComment[]>;
  /** After the last token. */
  readonly dangling: readonly OwnLineComment[];
}

/** Gives every comment its place. Cost: linear. */
export const attachComments = (lexed: Lexed): Attached => new Attachment(lexed).attach();

class Attachment {
  private readonly trailing = new Map<IToken, string>();
  private readonly leading = new Map<IToken, OwnLineComment[]>();
  private readonly dangling: OwnLineComment[] = [];
  /** The first token after the comment at hand. */
  private next = 0;
  /** Where the token or comment before it ends. */
  private end = 0;

  constructor(private readonly lexed: Lexed) {}

  attach(): Attached {
    const { comments, lines } = this.lexed;
    for (const [index, comment] of comments.entries()) {
      this.skipTo(comment.start);
      this.place(comment, comments[index + 1]?.start ?? lines.length);
      this.end = comment.end;
    }
    const { trailing, leading, dangling } = this;
    return { trailing, leading, dangling };
  }

  private skipTo(offset: number): void {
    const { tokens } = this.lexed;
    for (let token = tokens[this.next]; token && token.startOffset < offset; token = tokens[this.next]) {
      this.end = spanOfToken(token).end;
      this.next += 1;
    }
  }

  private place(span: Span, nextComment: number): void {
    const { tokens, lines } = this.lexed;
    const text = lines.slice(span).trimEnd();
    const [before, after] = [tokens[this.next - 1], tokens[this.next]];
    const gap = lines.slice({ start: this.end, end: span.start });
    if (before && !gap.includes('\n')) {
      this.trailing.set(before, text);
      return;
    }
    const following = Math.min(after?.startOffset ?? lines.length, nextComment);
    const blankAfter = hasBlank(lines.slice({ start: span.end, end: following }));
    const comment = { span, text, blankBefore: hasBlank(gap), blankAfter };
    if (!after) this.dangling.push(comment);
    else this.leading.set(after, [...(this.leading.get(after) ?? []), comment]);
  }
}

/** True where white space holds an empty line. */
export const hasBlank = (between: string): boolean => between.split('\n').length > 2;

/**
 * How many of the comments after an item belong to it still: those that follow it closely, stand further in than its first line
 * (column from 1), and are parted from what comes next by a blank line.
 */
export function tailOf(comments: readonly OwnLineComment[], column: number, lines: Lines): number {
  if (comments[0]?.blankBefore !== false) return 0;
  const last = comments.findIndex(({ blankAfter }, index) => blankAfter || index === comments.length - 1);
  const isParted = comments[last]?.blankAfter === true;
  const isWithin = comments.slice(0, last + 1).every(({ span }) => lines.placeOf(span).column > column);
  return isParted && isWithin ? last + 1 : 0;
}
