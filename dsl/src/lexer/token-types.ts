import { createToken, Lexer, type TokenType } from 'chevrotain';
import { VOCABULARY, type ConceptId, type ConceptRole } from '../vocabulary/concepts.js';
import { homonyms } from '../vocabulary/trie.js';

const declare = (name: string, categories: TokenType[] = []): TokenType => createToken({ name, pattern: Lexer.NA, categories });

/** Anything that begins no item, clause or step: what an unreadable line may be made of. */
export const Filler = declare('Filler');
/** Filler that begins no actor either. */
export const Stray = declare('Stray', [Filler]);
/** Neither that nor a due date. */
export const Loose = declare('Loose', [Stray]);

export const Word = declare('Word', [Loose]);
/** I to IV; also a word. */
export const Roman = declare('Roman', [Word]);
export const Text = declare('Text', [Loose]);
export const Name = declare('Name', [Filler]);
export const DateText = declare('Date', [Loose]);
/** `1.2`, or a bare `1`: both number a task. */
export const Numeral = declare('Numeral', [Loose]);
export const TaskNumber = declare('TaskNumber', [Numeral]);
export const Int = declare('Int', [Numeral]);
/** `/2022` after a quarter. */
export const YearPart = declare('YearPart', [Loose]);
/** `2026-2030`. */
export const YearRange = declare('YearRange', [Loose]);
/** `16h00`, `16:30`, `9h`. */
export const Clock = declare('Clock', [Loose]);
export const Percent = declare('Percent', [Loose]);
export const Colon = declare('Colon', [Loose]);
export const Semicolon = declare('Semicolon', [Loose]);
export const Comma = declare('Comma', [Loose]);

const ACTOR_STARTS: ReadonlySet<ConceptId> = new Set(['EACH', 'RELEVANT', 'HEAD_OF']);
/** The days of the week, from Monday. */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
const DUE_STARTS: ReadonlySet<ConceptId> = new Set([
  ...(['BEFORE', 'NO_LATER', 'NO_LATER_BEFORE', 'WITHIN', 'FROM', 'FROM_NOW', 'UNTIL_EVENT', 'PHASE', 'PROVISIONAL'] as const),
  ...(['QUARTER', 'MONTH', 'YEAR', 'STANDING', 'AS_REGULATED', 'AS_SCHEDULED', 'ON_REQUEST', 'RECURRING'] as const),
  ...(['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY'] as const),
  ...(['BEFORE_EVENT', 'AFTER_EVENT', 'AT_ONCE_AFTER'] as const),
  ...WEEKDAYS,
]);
/** What goes on after a due date: never swallowed by one that no form fits. */
const AFTER_DUE: ReadonlySet<ConceptId> = new Set([
  ...(['AND', 'SEND_TO', 'VIA', 'COPY_TO', 'INTO_SYSTEM', 'ISSUE_PLAN', 'OR_DOCUMENT', 'OR_MERGED', 'MUST_STATE'] as const),
  ...(['AFTERWARDS', 'FOLLOWING_YEARS', 'TOGETHER', 'STANDING_OFFICE', 'BELOW'] as const),
]);
/** Spelt like the line "runs to": part of no unreadable stretch, so that such a line is never swallowed by one. */
const UNSWALLOWED: ReadonlySet<ConceptId> = new Set(['UNTIL']);

const categoryOf = (id: ConceptId, role: ConceptRole): TokenType[] => {
  if (role !== 'word' || UNSWALLOWED.has(id)) return [];
  if (ACTOR_STARTS.has(id) || AFTER_DUE.has(id)) return [Filler];
  return [DUE_STARTS.has(id) ? Stray : Loose];
};

/** One token type per concept. */
export const C = Object.fromEntries(VOCABULARY.map(({ id, role }) => [id, declare(id, categoryOf(id, role))])) as Readonly<
  Record<ConceptId, TokenType>
>;

/** Words of several meanings, such as `ngày` (the unit, and "dated"): the grammar tells by the place which one is meant. */
const COMBINED: ReadonlyMap<string, TokenType> = new Map(
  homonyms().map((ids) => [
    ids.join('_or_'),
    declare(
      ids.join('_or_'),
      ids.map((id) => C[id]),
    ),
  ]),
);

/** Token type of the concepts a phrase stands for. */
export function typeOfConcepts(ids: ReadonlySet<ConceptId>): TokenType {
  const [first] = ids;
  const combined = ids.size > 1 ? COMBINED.get([...ids].join('_or_')) : undefined;
  return combined ?? (first === undefined ? Word : C[first]);
}

const GENERAL = [
  Filler,
  Stray,
  Loose,
  Word,
  Roman,
  Text,
  Name,
  DateText,
  Numeral,
  TaskNumber,
  Int,
  YearPart,
  YearRange,
  Clock,
  Percent,
  Colon,
  Semicolon,
  Comma,
];
/** All token types, for the parser. */
export const TOKEN_TYPES: TokenType[] = [...GENERAL, ...Object.values(C), ...COMBINED.values()];
