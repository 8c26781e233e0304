import type { TokenType } from 'chevrotain';
import type { Finding } from '../diagnostics/diagnostic.js';
import type { Language } from '../vocabulary/concepts.js';
import { Lines, type Span } from './lines.js';
import { misspelt } from './misspelt.js';
import { scan, Scanner, type Lexeme, type LexemeKind } from './scan.js';
import { Token } from './token.js';
import * as T from './token-types.js';
import { PHRASE_TREE, wordAt, type Phrase } from './words.js';

/** A text as tokens. Comments and rejected stretches are kept apart: with them and white space it is whole again. */
export interface Lexed {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
  readonly rejected: readonly Span[];
  /** Slips of spelling and of signs. */
  readonly findings: readonly Finding[];
  /** That of most keywords; Vietnamese where there are none. */
  readonly language: Language;
  readonly lines: Lines;
}

const TYPES: ReadonlyMap<LexemeKind, TokenType> = new Map([
  ['text', T.Text],
  ['open-text', T.Text],
  ['name', T.Name],
  ['open-name', T.Name],
  ['date', T.DateText],
  ['number', T.Int],
  ['task-number', T.TaskNumber],
  ['year', T.YearPart],
  ['years', T.YearRange],
  ['clock', T.Clock],
  ['percent', T.Percent],
  ['colon', T.Colon],
  ['semicolon', T.Semicolon],
  ['comma', T.Comma],
]);
const ROMAN = /^(?:i|ii|iii|iv)$/i;
/** Beyond so many unreadable places the rest is reported without suggestions: their cost stays bounded. */
const MOST_SUGGESTIONS = 200;

/** Second pass, lexeme by lexeme with the first: runs of words become concepts, the longest phrase first. */
export class PhraseReader {
  readonly tokens: Token[] = [];
  readonly findings: Finding[] = [];
  readonly comments: Span[] = [];
  readonly rejected: Span[] = [];
  private readonly scanner: Scanner;
  private readonly votes = { vi: 0, en: 0 };
  private suggestions = 0;
  private allLexemes: readonly Lexeme[] | undefined;

  constructor(readonly text: string) {
    this.scanner = new Scanner(text);
  }

  /** Every lexeme of the text, for what looks at several at once: unreadable words only. */
  get lexemes(): readonly Lexeme[] {
    return (this.allLexemes ??= scan(this.text));
  }

  read(): Lexed {
    while (this.scanner.next()) this.readLexeme();
    const { tokens, comments, rejected, findings, votes } = this;
    const language = votes.en > votes.vi ? 'en' : 'vi';
    return { tokens, comments, rejected, findings, language, lines: new Lines(this.text) };
  }

  private readLexeme(): void {
    const { kind, start, end } = this.scanner;
    if (kind === 'word') {
      this.readWords();
      return;
    }
    const type = TYPES.get(kind);
    if (type) {
      this.push(type);
      if (kind !== 'open-text' && kind !== 'open-name') return;
    }
    if (kind === 'comment') this.comments.push({ start, end });
    if (kind === 'bad') this.reject({ start, end });
    if (kind === 'open-text') this.unclosed({ start, end }, '"');
    if (kind === 'open-name') this.unclosed({ start, end }, ']');
  }

  /** Reads what begins with a word; the scanner then stands on it. */
  private readWords(): void {
    const { start, end } = this.scanner;
    const phrase = this.longestPhrase();
    if (phrase?.type) {
      for (const language of phrase.languages) this.votes[language] += 1;
      this.push(phrase.type);
    } else if (ROMAN.test(this.text.slice(start, end))) this.push(T.Roman);
    else this.readMisspelt(start);
  }

  /** The longest phrase that begins with the word at hand; the scanner then stands on it, or on the word where there is none. */
  private longestPhrase(): Phrase | undefined {
    const { scanner, text } = this;
    const { start } = scanner;
    let best: Phrase | undefined;
    let end = scanner.end;
    let phrase = PHRASE_TREE.next.get(wordAt(text, scanner.start, end));
    while (phrase) {
      if (phrase.type) {
        best = phrase;
        end = scanner.end;
      }
      if (phrase.next.size === 0 || !scanner.nextWord()) break;
      phrase = phrase.next.get(wordAt(text, scanner.start, scanner.end));
    }
    scanner.seek(start, end);
    return best;
  }

  private readMisspelt(start: number): void {
    const slip = this.suggestions++ < MOST_SUGGESTIONS ? misspelt(this, this.indexOf(start)) : undefined;
    if (!slip) {
      this.push(T.Word);
      return;
    }
    const { finding, language, concept } = slip;
    this.findings.push(finding);
    this.votes[language] += 1;
    this.scanner.seek(start, finding.span.end);
    this.push(T.C[concept]);
  }

  /** The place of the lexeme that begins at an offset. */
  private indexOf(start: number): number {
    const { lexemes } = this;
    let [low, high] = [0, lexemes.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lexemes[middle]?.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    return low;
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

  /** A token where the scanner stands. */
  private push(type: TokenType): void {
    this.tokens.push(new Token(this.scanner, type, this.tokens.length));
  }
}

/** Reads a text into tokens. Cost: linear. Never throws. */
export const lex = (text: string): Lexed => new PhraseReader(text).read();
