import type { IToken, TokenType } from 'chevrotain';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Language } from '../vocabulary/concepts.js';
import { foldWord } from '../vocabulary/fold.js';
import { PHRASES, type TrieNode } from '../vocabulary/trie.js';
import { Lines, type Span } from './lines.js';
import { misspelt } from './misspelt.js';
import { scan, type Lexeme, type LexemeKind } from './scan.js';
import * as T from './token-types.js';

/** A text as tokens. Comments and rejected stretches are kept apart: with them and white space it is whole again. */
export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly Span[];
  readonly rejected: readonly Span[];
  /** Slips of spelling and of signs. */
  readonly findings: readonly Finding[];
  /** That of most keywords; Vietnamese where there are none. */
  readonly language: Language;
  readonly lines: Lines;
}

const TYPES: Partial<Record<LexemeKind, TokenType>> = {
  text: T.Text,
  'open-text': T.Text,
  name: T.Name,
  'open-name': T.Name,
  date: T.DateText,
  number: T.Int,
  'task-number': T.TaskNumber,
  year: T.YearPart,
  years: T.YearRange,
  clock: T.Clock,
  percent: T.Percent,
  colon: T.Colon,
  semicolon: T.Semicolon,
  comma: T.Comma,
};
const ROMAN = /^(?:i|ii|iii|iv)$/i;
/** Beyond so many unreadable places the rest is reported without suggestions: their cost stays bounded. */
const MOST_SUGGESTIONS = 200;

/** Second pass over the lexemes of one text: runs of words become concepts, the longest phrase first. */
export class PhraseReader {
  readonly tokens: IToken[] = [];
  readonly findings: Finding[] = [];
  readonly comments: Span[] = [];
  readonly rejected: Span[] = [];
  readonly lines: Lines;
  private readonly votes = { vi: 0, en: 0 };
  private suggestions = 0;
  private line = 1;
  private lineStart = 0;
  private nextLineStart: number;

  constructor(
    readonly text: string,
    readonly lexemes: readonly Lexeme[],
  ) {
    this.lines = new Lines(text);
    this.nextLineStart = this.lines.startOf(2);
  }

  read(): Lexed {
    for (let index = 0; index < this.lexemes.length; ) index = this.readAt(index);
    const { tokens, comments, rejected, findings, votes, lines } = this;
    return { tokens, comments, rejected, findings, language: votes.en > votes.vi ? 'en' : 'vi', lines };
  }

  /** Reads what begins at a lexeme and says where the next begins. */
  private readAt(index: number): number {
    const lexeme = this.lexemes[index] as Lexeme;
    if (lexeme.kind === 'word') return this.readWords(index);
    const type = TYPES[lexeme.kind];
    if (type) this.push(type, lexeme);
    if (lexeme.kind === 'comment') this.comments.push(lexeme);
    if (lexeme.kind === 'bad') this.reject(lexeme);
    if (lexeme.kind === 'open-text') this.unclosed(lexeme, '"');
    if (lexeme.kind === 'open-name') this.unclosed(lexeme, ']');
    return index + 1;
  }

  private readWords(index: number): number {
    const match = this.longestPhrase(index);
    if (match) {
      for (const language of match.node.languages) this.votes[language] += 1;
      this.push(T.typeOfConcepts(match.node.ids), this.spanOf(index, match.words));
      return index + match.words;
    }
    const word = this.lexemes[index] as Lexeme;
    if (ROMAN.test(this.slice(word))) {
      this.push(T.Roman, word);
      return index + 1;
    }
    return this.readMisspelt(index);
  }

  private readMisspelt(index: number): number {
    const slip = this.suggestions++ < MOST_SUGGESTIONS ? misspelt(this, index) : undefined;
    if (!slip) {
      this.push(T.Word, this.lexemes[index] as Lexeme);
      return index + 1;
    }
    this.findings.push(slip.finding);
    this.votes[slip.language] += 1;
    this.push(T.C[slip.concept], slip.finding.span);
    return index + slip.words;
  }

  private longestPhrase(index: number): { readonly node: TrieNode; readonly words: number } | undefined {
    let node: TrieNode | undefined = PHRASES;
    let best: { readonly node: TrieNode; readonly words: number } | undefined;
    for (let words = 0; ; ) {
      const lexeme: Lexeme | undefined = this.lexemes[index + words];
      if (lexeme?.kind !== 'word') return best;
      node = node.next.get(foldWord(this.slice(lexeme)));
      if (!node) return best;
      words += 1;
      if (node.ids.size > 0) best = { node, words };
    }
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  spanOf(index: number, words: number): Span {
    const first = this.lexemes[index] as Lexeme;
    const last = this.lexemes[index + words - 1] as Lexeme;
    return { start: first.start, end: last.end };
  }

  private reject(span: Span): void {
    this.rejected.push(span);
    this.findings.push({ code: 'KH1005', span, args: { found: this.slice(span) } });
  }

  private unclosed(span: Span, closer: '"' | ']'): void {
    const written = this.slice(span).trimEnd();
    const at = span.start + written.length;
    const title = { vi: `Thêm dấu ${closer}`, en: `Add ${closer}` };
    this.findings.push({ code: 'KH1004', span, args: { closer }, fix: { title, start: at, end: at, text: closer } });
  }

  private push(tokenType: TokenType, { start, end }: Span): void {
    while (start >= this.nextLineStart && this.nextLineStart < this.text.length) {
      this.line += 1;
      this.lineStart = this.nextLineStart;
      this.nextLineStart = this.lines.startOf(this.line + 1);
    }
    this.tokens.push({
      image: this.text.slice(start, end),
      startOffset: start,
      endOffset: end - 1,
      startLine: this.line,
      endLine: this.line,
      startColumn: start - this.lineStart + 1,
      endColumn: end - this.lineStart,
      tokenTypeIdx: tokenType.tokenTypeIdx as number,
      tokenType,
    });
  }
}

/** Reads a text into tokens. Cost: linear. Never throws. */
export const lex = (text: string): Lexed => new PhraseReader(text, scan(text)).read();
