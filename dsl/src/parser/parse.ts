import { EOF, type CstNode, type IRecognitionException, type IToken, type Rule as GrammarRule } from 'chevrotain';
import { buildDocument } from '../ast/build.js';
import type { DocumentNode } from '../ast/nodes.js';
import type { Finding } from '../diagnostics/diagnostic.js';
import { lex, type Lexed } from '../lexer/lex.js';
import { Lines } from '../lexer/lines.js';
import { concreteTree } from './concrete.js';
import { expectation } from './expectations.js';
import { ThacParser } from './grammar.js';
import { expectedNames } from './messages.js';
import type { Trace } from './trace.js';
import { Tree } from './tree.js';

/** A text that was read, whole or with gaps where it could not be. Its trees are made when they are first asked for. */
export class Parsed {
  private knownDocument: DocumentNode | undefined;
  private knownCst: CstNode | undefined;

  constructor(
    readonly lexed: Lexed,
    private readonly trace: Trace,
    readonly findings: readonly Finding[],
  ) {}

  /** The text as its author meant it. */
  get document(): DocumentNode {
    return (this.knownDocument ??= buildDocument(new Tree(this.lexed, this.trace)));
  }

  /** The text as the grammar took it, word by word. */
  get cst(): CstNode {
    return (this.knownCst ??= concreteTree(this.trace, this.lexed.tokens));
  }
}

/** One parser for the process: building it is the costly part. */
let parser: ThacParser | undefined;

/** The rules of the grammar as data: what the formatter and the completion are driven by. */
export const grammarRules = (): Readonly<Record<string, GrammarRule>> => (parser ??= new ThacParser()).getGAstProductions();

/** Length of the longest text that is read, in UTF-16 units: a few hundred times the largest plan known. */
export const LONGEST_TEXT = 4_000_000;

/** The texts read last, oldest first: one text is looked at, checked, laid out and explained in a row. */
const recent = new Map<string, Parsed>();
const MOST_RECENT = 4;
/** Length of the longest text that is kept with its trees, in UTF-16 units: several times the largest plan known. */
const LONGEST_KEPT = 100_000;

/** Reads a text. Cost: linear. Never throws: what is wrong is among the findings. Of a text that is too long nothing is read. */
export function parse(text: string): Parsed {
  if (text.length > LONGEST_TEXT) return unread(text);
  const parsed = recent.get(text) ?? read(text);
  if (text.length > LONGEST_KEPT) return parsed;
  recent.delete(text);
  recent.set(text, parsed);
  const [oldest] = recent.keys();
  if (recent.size > MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  return parsed;
}

function read(text: string): Parsed {
  const lexed = lex(text);
  parser ??= new ThacParser();
  const trace = parser.read(lexed.tokens);
  const findings = parser.errors.map((error) => findingOf(error, text));
  parser.reset();
  return new Parsed(lexed, trace, [...lexed.findings, ...findings]);
}

function unread(text: string): Parsed {
  const nothing = lex('');
  const args = { found: text.length, most: LONGEST_TEXT };
  const finding: Finding = { code: 'KH1007', span: { start: LONGEST_TEXT, end: LONGEST_TEXT + 1 }, args };
  parser ??= new ThacParser();
  return new Parsed({ ...nothing, lines: new Lines(text) }, parser.read(nothing.tokens), [finding]);
}

function findingOf({ token, previousToken, message }: ParserError, text: string): Finding {
  const expected = expectation(expectedNames(message));
  if (token.tokenType !== EOF) {
    const span = { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
    return { code: 'KH1003', span, args: { expected, found: token.image } };
  }
  const end = previousToken && previousToken.endOffset !== undefined ? previousToken.endOffset + 1 : text.length;
  return { code: 'KH1003', span: { start: Math.max(0, end - 1), end }, args: { expected, found: END_OF_TEXT } };
}

type ParserError = IRecognitionException & { readonly previousToken?: IToken | undefined };
const END_OF_TEXT = { vi: 'hết văn bản', en: 'the end of the text' };
