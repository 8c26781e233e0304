import { createToken, Lexer, type TokenType } from 'chevrotain';
import { VOCABULARY, type ConceptId, type ConceptRole } from '../vocabulary/concepts.js';

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
export const Colon = declare('Colon', [Loose]);
export const Semicolon = declare('Semicolon', [Loose]);
export const Comma = declare('Comma', [Loose]);

const ACTOR_STARTS: ReadonlySet<ConceptId> = new Set(['EACH', 'RELEVANT']);
const DUE_STARTS: ReadonlySet<ConceptId> = new Set([
  ...(['BEFORE', 'NO_LATER', 'WITHIN', 'QUARTER', 'STANDING', 'AS_REGULATED', 'RECURRING'] as const),
  ...(['MONTHLY', 'QUARTERLY', 'YEARLY'] as const),
]);
/** What goes on after a due date: never swallowed by one that no form fits. */
const AFTER_DUE: ReadonlySet<ConceptId> = new Set(['AND', 'SEND_TO', 'VIA', 'COPY_TO', 'ISSUE_PLAN']);

const categoryOf = (id: ConceptId, role: ConceptRole): TokenType[] => {
  if (role !== 'word') return [];
  if (ACTOR_STARTS.has(id) || AFTER_DUE.has(id)) return [Filler];
  return [DUE_STARTS.has(id) ? Stray : Loose];
};

/** One token type per concept. */
export const C = Object.fromEntries(VOCABULARY.map(({ id, role }) => [id, declare(id, categoryOf(id, role))])) as Readonly<
  Record<ConceptId, TokenType>
>;

/** `ngày`, the unit and "dated": the grammar tells by its place which one is meant. */
const DayOrDated = declare('DAYS_or_DATED', [C.DAYS, C.DATED]);

/** Token type of the concepts a phrase stands for. */
export function typeOfConcepts(ids: ReadonlySet<ConceptId>): TokenType {
  const [first] = ids;
  return ids.size > 1 || first === undefined ? DayOrDated : C[first];
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
  Colon,
  Semicolon,
  Comma,
];
/** All token types, for the parser. */
export const TOKEN_TYPES: TokenType[] = [...GENERAL, ...Object.values(C), DayOrDated];
