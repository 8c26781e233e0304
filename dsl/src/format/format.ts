import type { IToken } from 'chevrotain';
import type { Place } from '#engine';
import type { Lines } from '../lexer/lines.js';
import { LONGEST_TEXT, parse, type Parsed } from '../parser/parse.js';
import { keywordsIn, type Keyword } from '../translate/keywords.js';
import { spelling } from '../translate/spelling.js';
import { translate } from '../translate/translate.js';
import type { Language } from '../vocabulary/concepts.js';
import { blocksOf, type Block } from './blocks.js';
import { attachComments, hasBlank, tailOf, type Attached, type OwnLineComment } from './comments.js';
import { imageOf } from './images.js';
import { lineRulesOf } from './line-rules.js';
import { printLine, type Piece } from './print-line.js';
import { meaningIn, meaningOf } from './same-meaning.js';

/** A text laid out. */
export interface Formatted {
  readonly text: string;
  /** Parts that were not understood: left as they were. */
  readonly skipped: readonly Place[];
  /** True where laying it out, or translating it, would have changed what it says: the text is then the one given. */
  readonly refused: boolean;
}

/**
 * Lays a text out: canonical spellings, dates as Decree 30/2020 writes them, two spaces a step, a blank line between items, long
 * lists one to a line. Comments stay with what they stand at. Items with errors of syntax stay as they are. Idempotent; the result
 * is read again, and refused where it would say anything else. Keywords keep their language unless one is given.
 * Cost: linear. Never throws.
 */
export function format(text: string, language?: Language): Formatted {
  const translated = language && translate(text, language);
  if (translated?.refused) return { text, skipped: [], refused: true };
  const parsed = parse(translated?.text ?? text);
  if (text.length > LONGEST_TEXT)
    return { text, skipped: [parsed.lexed.lines.placeOf({ start: 0, end: text.length })], refused: false };
  const blocks = blocksOf(parsed);
  const { lines } = parsed.lexed;
  const skipped = blocks.filter(({ isUnread }) => isUnread).map(({ span }) => lines.placeOf(span));
  const written = new Layout(parsed).write(blocks);
  const result = text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
  if (result === text) return { text, skipped, refused: false };
  const refused = meaningOf(result) !== (translated ? meaningOf(text) : meaningIn(parsed));
  return { text: refused ? text : result, skipped, refused };
}

const STEP = 2;
/** What is set in below a section. */
const IN_SECTIONS: ReadonlySet<string> = new Set(['task', 'goal']);

class Layout {
  private readonly attached: Attached;
  private readonly keywords: ReadonlyMap<IToken, Keyword>;
  private readonly lines: Lines;
  private readonly out: string[] = [];
  /** Up to here comments have been written with a block that stays as it is. */
  private verbatimTo = 0;

  constructor(private readonly parsed: Parsed) {
    this.attached = attachComments(parsed.lexed);
    this.keywords = keywordsIn(parsed);
    this.lines = parsed.lexed.lines;
  }

  write(blocks: readonly Block[]): string {
    let previous: Placed | undefined;
    let isInSection = false;
    let index = 0;
    for (const block of blocks) {
      if (block.kind === 'section' || block.kind === 'plan') isInSection = block.kind === 'section';
      const indent = IN_SECTIONS.has(block.kind) && isInSection ? STEP : 0;
      const placed = { block, indent, firstIndex: index };
      this.writeBlock(placed, previous);
      previous = placed;
      index += block.tokens.length;
    }
    this.writeDangling(previous);
    return this.out.length === 0 ? '' : `${this.out.join('\n')}\n`;
  }

  private writeBlock(placed: Placed, previous: Placed | undefined): void {
    const { block, indent } = placed;
    const leading = this.leadingOf(block);
    const tail = previous ? tailOf(leading, this.columnOf(previous.block), this.lines) : 0;
    if (previous) this.writeTail(leading.slice(0, tail), previous);
    const own = leading.slice(tail);
    if (previous && this.isParted(previous, placed, own)) this.out.push('');
    this.writeComments(own, indent);
    if (block.isUnread) this.out.push(...this.verbatim(block));
    else this.writeLines(placed);
  }

  /** Comments on lines of their own before a block's first token. */
  private leadingOf({ tokens, span }: Block): readonly OwnLineComment[] {
    const [first] = tokens;
    const leading = first && first.startOffset === span.start ? this.attached.leading.get(first) : undefined;
    return leading?.filter((comment) => comment.span.start >= this.verbatimTo) ?? [];
  }

  private writeTail(comments: readonly OwnLineComment[], { indent }: Placed): void {
    for (const { text } of comments) this.out.push(' '.repeat(indent + STEP) + text);
  }

  private writeComments(comments: readonly OwnLineComment[], indent: number): void {
    for (const { text, blankAfter } of comments) {
      this.out.push(' '.repeat(indent) + text);
      if (blankAfter) this.out.push('');
    }
  }

  /** Items of one line and one kind may follow each other closely, as groups do. */
  private isParted(previous: Placed, { block }: Placed, comments: readonly OwnLineComment[]): boolean {
    const isAlike = previous.block.kind === block.kind && lineRulesOf(block.kind).size === 0 && block.lineStarts.size === 0;
    if (!isAlike) return true;
    const end = comments[0]?.span.start ?? block.span.start;
    const gap = this.lines.slice({ start: previous.block.span.end, end });
    return hasBlank(gap.replace(/\/\/[^\n]*/g, ''));
  }

  private writeLines({ block, indent, firstIndex }: Placed): void {
    let line: Piece[] = [];
    let at = indent;
    for (const [index, token] of block.tokens.entries()) {
      const starts = block.lineStarts.has(token);
      if (starts && line.length > 0) {
        this.out.push(...printLine(line, at));
        line = [];
        at = indent + STEP;
      }
      const leading = index === 0 ? [] : (this.attached.leading.get(token) ?? []).map((comment) => comment.text);
      if (starts) this.out.push(...leading.map((comment) => ' '.repeat(at) + comment));
      const piece = { text: this.imageOf(token, firstIndex + index), trailing: this.attached.trailing.get(token) };
      line.push({ ...piece, leading: starts ? [] : leading });
    }
    this.out.push(...printLine(line, at));
  }

  private imageOf(token: IToken, index: number): string {
    const keyword = this.keywords.get(token);
    if (!keyword?.language) return imageOf(token);
    return spelling(keyword, keyword.language, { tokens: this.parsed.lexed.tokens, index, keywords: this.keywords });
  }

  /** A block as it stands, with the white space and the comment of its first and last line. */
  private verbatim({ span }: Block): readonly string[] {
    const lineStart = this.lines.startOf(this.lines.lineOf(span.start));
    const isAlone = this.lines.slice({ start: lineStart, end: span.start }).trim() === '';
    const lineEnd = this.lines.startOf(this.lines.lineOf(span.end - 1) + 1);
    const rest = this.lines.slice({ start: span.end, end: lineEnd });
    this.verbatimTo = /^\s*(\/\/|$)/.test(rest) ? lineEnd : span.end;
    const text = this.lines.slice({ start: isAlone ? lineStart : span.start, end: this.verbatimTo });
    return text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  }

  private writeDangling(previous: Placed | undefined): void {
    const dangling = this.attached.dangling.filter(({ span }) => span.start >= this.verbatimTo);
    const tail = previous ? tailOf(dangling, this.columnOf(previous.block), this.lines) : 0;
    if (previous) this.writeTail(dangling.slice(0, tail), previous);
    const own = dangling.slice(tail);
    if (previous && own[0]?.blankBefore) this.out.push('');
    this.writeComments(own, 0);
    while (this.out.at(-1) === '') this.out.pop();
  }

  private columnOf({ span }: Block): number {
    return this.lines.placeOf(span).column;
  }
}

interface Placed {
  readonly block: Block;
  readonly indent: number;
  /** Place of its first token among all tokens. */
  readonly firstIndex: number;
}
