import { Alternation, Alternative, NonTerminal, Repetition, RepetitionMandatory, type IProduction } from 'chevrotain';
import { grammarRules } from '../parser/parse.js';

/** For each kind of item the rules of its lines: what the grammar lets it repeat. A kind without any is one line. */
let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Rules whose every occurrence begins a new line within an item of a kind. Read off the grammar, once. */
export const lineRulesOf = (kind: string): ReadonlySet<string> => (known ??= readGrammar()).get(kind) ?? NONE;

const NONE: ReadonlySet<string> = new Set();

function readGrammar(): ReadonlyMap<string, ReadonlySet<string>> {
  const rules = grammarRules();
  const kinds = (rules['item']?.definition ?? []).flatMap(referredBy);
  return new Map(kinds.map((kind) => [kind, new Set((rules[kind]?.definition ?? []).flatMap(repeatedBy))]));
}

/** Rules that a repetition consists of: directly, or as its alternatives. */
function repeatedBy(production: IProduction): readonly string[] {
  const isRepeated = production instanceof Repetition || production instanceof RepetitionMandatory;
  return isRepeated && production.definition.length === 1 ? production.definition.flatMap(referredBy) : [];
}

function referredBy(production: IProduction): readonly string[] {
  if (production instanceof NonTerminal) return [production.nonTerminalName];
  if (!(production instanceof Alternation)) return [];
  return production.definition.flatMap((choice) =>
    choice instanceof Alternative && choice.definition.length === 1 ? choice.definition.flatMap(referredBy) : [],
  );
}
