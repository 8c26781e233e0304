import { Terminal, type IToken } from 'chevrotain';
import type { ItemNode } from '../ast/nodes.js';
import { lex } from '../lexer/lex.js';
import type { Span } from '../lexer/lines.js';
import { scan, type Lexeme } from '../lexer/scan.js';
import { grammarRules, LONGEST_TEXT } from '../parser/parse.js';
import { lineConceptsOf } from '../semantics/checks/lines.js';
import { conceptOf, type Concept, type ConceptId, type Language } from '../vocabulary/concepts.js';
import { foldName, stripMarks } from '../vocabulary/fold.js';
import type { Analysis } from './analysis.js';
import type { Completion } from './answers.js';
import { completeName } from './complete-names.js';
import { expectedAfter, type Expected } from './follow.js';
import { numberAfter, type TaskNumber } from './task-numbers.js';

/** The text before the caret, from the item that the caret stands in. */
interface Prefix {
  readonly text: string;
  /** Where it begins in the whole text. */
  readonly at: number;
  readonly analysis: Analysis;
}

/** What may be written at an offset: keywords that the grammar allows there, names, numbers of tasks. None within texts and comments. */
export function complete(analysis: Analysis, offset: number): readonly Completion[] {
  if (analysis.text.length > LONGEST_TEXT) return [];
  const prefix = prefixOf(analysis, offset);
  const lexemes = scan(prefix.text);
  const last = lexemes.at(-1);
  if (last?.end !== prefix.text.length) return completeWords(prefix, lexemes);
  if (last.kind === 'comment' || last.kind === 'open-text') return [];
  return last.kind === 'open-name' ? nameAt(last, prefix, offset) : completeWords(prefix, lexemes);
}

/**
 * What the longest run of words before the caret begins. Where no word touches the caret, also what may follow them; the words may
 * then be the first of a phrase, or a whole one.
 */
function completeWords(prefix: Prefix, lexemes: readonly Lexeme[]): readonly Completion[] {
  const end = prefix.text.length;
  const run = lexemes.slice(lexemes.length - wordsBefore(lexemes, prefix.text));
  const begun = run.map(({ start }) => completeFrom(prefix, start)).find((found) => found.length > 0) ?? [];
  return run.at(-1)?.end === end ? begun : [...begun, ...completeFrom(prefix, end)];
}

function prefixOf(analysis: Analysis, offset: number): Prefix {
  const { tokens } = analysis.lexed;
  const begins = (token: IToken): boolean => token.startOffset < offset && roleOf(token) === 'item';
  const at = tokens.findLast(begins)?.startOffset ?? 0;
  return { text: analysis.text.slice(at, offset), at, analysis };
}

const roleOf = (token: IToken): string | undefined => conceptOf(token.tokenType.name)?.role;

/** No phrase is longer, and hardly a name. Without a bound a pasted paragraph would be read again from each of its words. */
const MOST_WORDS = 12;

/** How many words, up to that, stand right before the caret, on its line. */
function wordsBefore(lexemes: readonly Lexeme[], text: string): number {
  let count = 0;
  for (let end = text.length; count < MOST_WORDS; count++) {
    const lexeme = lexemes[lexemes.length - 1 - count];
    if (lexeme?.kind !== 'word' || text.slice(lexeme.end, end).includes('\n')) return count;
    end = lexeme.start;
  }
  return count;
}

/** The name that the caret stands in takes the place of all of it. */
function nameAt({ start }: Lexeme, { text, at, analysis }: Prefix, offset: number): readonly Completion[] {
  const before = lex(text.slice(0, start)).tokens;
  const token = analysis.tokenAt(offset);
  const isClosed = token?.tokenType.name === 'Name' && token.image.endsWith(']') && token.startOffset === at + start;
  const end = isClosed ? token.startOffset + token.image.length : offset;
  const request = { typed: text.slice(start + 1), span: { start: at + start, end }, after: before.at(-1)?.tokenType.name };
  return completeName(request, analysis);
}

/** What may begin at a place of the prefix, and begins with the words from there to the caret. */
function completeFrom({ text, at, analysis }: Prefix, start: number): readonly Completion[] {
  const before = lex(text.slice(0, start)).tokens;
  const typed = stripMarks(foldName(text.slice(start))) + (/\S\s+$/.test(text.slice(start)) ? ' ' : '');
  const span = { start: at + start, end: at + text.length };
  const item = itemAt(analysis, at);
  const wanted: Wanted = { typed, span, analysis, before, item };
  const expected = expectedAfter(before);
  const keywords = new Map(expected.flatMap((one) => keywordOf(one, wanted)).map((one) => [one.label, one]));
  return [...keywords.values(), ...expected.flatMap((one) => otherThan(one, wanted))];
}

interface Wanted {
  readonly typed: string;
  readonly span: Span;
  readonly analysis: Analysis;
  readonly before: readonly IToken[];
  readonly item: ItemNode | undefined;
}

const itemAt = ({ document }: Analysis, start: number): ItemNode | undefined =>
  document.items.find(({ span }) => span.start === start);

function keywordOf({ type, rule }: Expected, { typed, span, analysis, item }: Wanted): readonly Completion[] {
  const concept = conceptOf(type.name);
  if (!concept || (beginsLine(concept, rule) && !isAllowed(concept, item))) return [];
  const { language } = analysis.lexed;
  if (![...concept.vi, ...concept.en].some((phrase) => stripMarks(foldName(phrase)).startsWith(typed))) return [];
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const label = concept[language][0] ?? concept.id;
  const isLabel = concept.colon && beginsLine(concept, rule) && !/^\s*:/.test(analysis.text.slice(span.end));
  return [{ kind: 'keyword', label, detail: concept[other][0] ?? '', ...span, text: isLabel ? `${label}: ` : label }];
}

/** True where a keyword begins the rule that reads it: `lead:` of a task, not the lead whom a step reminds. */
function beginsLine({ id, role }: Concept, rule: string): boolean {
  if (role !== 'clause') return false;
  const first = grammarRules()[rule]?.definition[0];
  return rule === 'clause' || (first instanceof Terminal && first.terminalType.name === id);
}

function isAllowed({ id }: Concept, item: ItemNode | undefined): boolean {
  const allowed: ReadonlySet<ConceptId> | undefined = item && lineConceptsOf(item.kind);
  return allowed === undefined || allowed.has(id);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

function otherThan({ type }: Expected, wanted: Wanted): readonly Completion[] {
  const { typed, span, before, analysis } = wanted;
  if (type.name === 'Name') return completeName({ typed, span, after: before.at(-1)?.tokenType.name }, analysis);
  if (typed !== '') return [];
  if (type.name === 'Roman') return ROMAN.map((text) => ({ kind: 'number', label: text, detail: '', ...span, text }));
  const number = NUMBERS.has(type.name) ? numberAfter(before.at(-1)) : undefined;
  return number ? numbers(number, wanted) : [];
}

const NUMBERS: ReadonlySet<string> = new Set(['Numeral', 'Int', 'TaskNumber']);

function numbers({ of, use }: Omit<TaskNumber, 'number'>, { span, analysis }: Wanted): readonly Completion[] {
  const numberings = {
    own: () => [{ no: nextNumber(analysis, of), title: '' }],
    meant: () => ownNumbers(analysis, of).map((no) => ({ no, title: titleOf(analysis, of, no) })),
    above: () => (of === 'task' ? tasksAbove(analysis) : []),
  };
  return numberings[use]().map(({ no, title }) => ({ kind: 'task', label: no, detail: title, ...span, text: no }));
}

const ownNumbers = (analysis: Analysis, of: TaskNumber['of']): readonly string[] =>
  analysis.numbers.filter((one) => one.of === of && one.use === 'own').map(({ number }) => number.written);

const titleOf = ({ reading }: Analysis, of: TaskNumber['of'], no: string): string =>
  (of === 'task' ? reading.taskByNumber.get(no)?.title?.value : undefined) ?? '';

function tasksAbove({ reading: { parent } }: Analysis): readonly { readonly no: string; readonly title: string }[] {
  return (parent?.plan.tasks ?? []).map((task) => ({ no: parent?.numberOf(task) ?? task.key, title: task.rule.title }));
}

/** One more than the last number given, at its own depth. */
function nextNumber(analysis: Analysis, of: TaskNumber['of']): string {
  const last = ownNumbers(analysis, of).at(-1);
  return last === undefined ? '1' : last.replace(/\d+$/, (digits) => String(Number(digits) + 1));
}
