import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  tokenMatcher,
  type IProduction,
  type IToken,
  type TokenType,
} from 'chevrotain';
import { grammarRules } from '../parser/parse.js';

/** A token that the grammar allows next, and the rule that would read it. */
export interface Expected {
  readonly type: TokenType;
  readonly rule: string;
}

/** What is still to be read: a part of a rule, after the rest; null at the end. A repetition comes before itself. */
interface Rest {
  readonly part: IProduction;
  readonly rule: string;
  readonly after: Rest | null;
}

const START: Rest = { part: new NonTerminal({ nonTerminalName: 'document' }), rule: 'document', after: null };

/**
 * Every token that may follow some tokens, by following all ways in which the grammar could have read them. Where none fits to the
 * end, what begins a new item. Cost: linear in the tokens; what a place of the grammar leads to is worked out once.
 */
export function expectedAfter(tokens: readonly IToken[]): readonly Expected[] {
  let ways: ReadonlySet<Rest | null> = new Set([START]);
  for (const token of tokens) {
    const fitting = [...ways].flatMap((way) => readersOf(way).filter((reader) => tokenMatcher(token, typeOf(reader))));
    ways = new Set(fitting.length > 0 ? fitting.map(({ after }) => after) : [START]);
  }
  const found = [...ways].flatMap((way) => readersOf(way));
  return [...new Map(found.map((at) => [`${typeOf(at).name} ${at.rule}`, { type: typeOf(at), rule: at.rule }])).values()];
}

const typeOf = ({ part }: Rest): TokenType => (part as Terminal).terminalType;

const READERS = new WeakMap<Rest, readonly Rest[]>();

/** The terminals that may be read next, each with what comes after it. */
function readersOf(rest: Rest | null): readonly Rest[] {
  if (rest === null) return [];
  const known = READERS.get(rest);
  if (known) return known;
  const found = rest.part instanceof Terminal ? [rest] : [...new Set(unfold(rest).flatMap(readersOf))];
  READERS.set(rest, found);
  return found;
}

/** The ways in which a part may go on: its own parts, or what follows where it may be left out. */
function unfold(rest: Rest): readonly (Rest | null)[] {
  const { part, rule, after } = rest;
  if (part instanceof NonTerminal) {
    const name = part.nonTerminalName;
    return [inFrontOf(grammarRules()[name]?.definition ?? [], name, after)];
  }
  if (part instanceof Alternation) return choicesOf(part).map((choice) => inFrontOf(choice, rule, after));
  if (part instanceof Option) return [inFrontOf(part.definition, rule, after), after];
  if (part instanceof Repetition) return [inFrontOf(part.definition, rule, rest), after];
  if (!(part instanceof RepetitionMandatory)) return [after];
  const again = { part: new Repetition({ definition: part.definition }), rule, after };
  return [inFrontOf(part.definition, rule, again)];
}

/** A line outside any item is grammatical, so that it can be reported; it is never what should come next. */
const ORPHANS: ReadonlySet<string> = new Set(['clause', 'step']);

function choicesOf(part: Alternation): readonly (readonly IProduction[])[] {
  const choices = part.definition.map((choice) => (choice instanceof Alternative ? choice.definition : []));
  if (part !== grammarRules()['item']?.definition[0]) return choices;
  return choices.filter(([only]) => !(only instanceof NonTerminal && ORPHANS.has(only.nonTerminalName)));
}

const inFrontOf = (parts: readonly IProduction[], rule: string, after: Rest | null): Rest | null =>
  parts.reduceRight<Rest | null>((rest, part) => ({ part, rule, after: rest }), after);
