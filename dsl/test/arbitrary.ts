import {
  Alternation,
  Alternative,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  Terminal,
  type IProduction,
} from 'chevrotain';
import fc from 'fast-check';
import { grammarRules, parse } from '../src/parser/parse.js';
import { conceptOf } from '../src/vocabulary/concepts.js';

/** Random texts of the language, made by walking its grammar: constructs that come later are in them by themselves. */

/** Writings of what is no keyword. A kind of token without any is left out, with all that needs it. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  Text: ['"Việc"', '“Kế  hoạch”', '"A; [B] // C"', '""'],
  Name: ['[Sở Nội vụ]', '[ UBND  xã Ánh ]', '[Xã]', '[Sở Lao động - Thương binh và Xã hội tỉnh Mẫu]'],
  Date: ['30/6/2022', '5/07/2022', '2022-01-03', '15 tháng 7 năm 2022', '31/2/2022', '20/12'],
  Int: ['1', '3', '07', '15'],
  Numeral: ['1', '2.10', '03.1'],
  TaskNumber: ['1.2'],
  Roman: ['I', 'iii'],
  YearPart: ['/2022', '/ 2023'],
  YearRange: ['2026-2030'],
  Clock: ['16h00', '9h'],
  Percent: ['%'],
  Colon: [':'],
  Semicolon: [';'],
  Comma: [','],
};
const GAPS = [
  ' ',
  ' ',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\n',
  '\n    ',
  '\r\n',
  '\n\n',
  ' // ghi chú\n',
  '\n  // “dòng” riêng;\n',
  '\n\n// c\n\n',
];
const MOST_REPEATS = 3;

interface Pick {
  (most: number): number;
}

/** Random texts; those that do not read without findings are left out. */
export const documents: fc.Arbitrary<string> = fc
  .gen()
  .map((gen) => {
    const pick: Pick = (most) => gen(fc.nat, { max: most });
    const words = wordsOf(new NonTerminal({ nonTerminalName: 'document' }), pick);
    return words.map((word) => word + (GAPS[pick(GAPS.length - 1)] ?? ' ')).join('');
  })
  .filter((text) => parse(text).findings.length === 0);

function wordsOf(production: IProduction, pick: Pick): readonly string[] {
  if (production instanceof Terminal) return [writing(production, pick)];
  if (production instanceof NonTerminal) return bodyOf(production).flatMap((part) => wordsOf(part, pick));
  if (production instanceof Alternation) {
    const choices = choicesOf(production);
    const choice = choices[pick(choices.length - 1)];
    return choice instanceof Alternative ? choice.definition.flatMap((part) => wordsOf(part, pick)) : [];
  }
  if (!('definition' in production)) return [];
  const parts = production.definition as IProduction[];
  const times = timesOf(production, pick);
  return Array.from({ length: parts.every(isPossible) ? times : 0 }).flatMap(() => parts.flatMap((part) => wordsOf(part, pick)));
}

/** Lines outside any item are grammatical, so that they can be reported, and in no good text. */
const ORPHANS = ['clause', 'step'];

function choicesOf(production: Alternation): readonly IProduction[] {
  const isItem = production === grammarRules()['item']?.definition[0];
  const isOrphan = (part: IProduction): boolean => part instanceof NonTerminal && ORPHANS.includes(part.nonTerminalName);
  return production.definition.filter(
    (choice) => isPossible(choice) && !(isItem && (choice as Alternative).definition.some(isOrphan)),
  );
}

function timesOf(production: IProduction, pick: Pick): number {
  if (production instanceof Option) return pick(1);
  if (production instanceof Repetition) return pick(MOST_REPEATS);
  return production instanceof RepetitionMandatory ? 1 + pick(MOST_REPEATS) : 1;
}

const bodyOf = ({ nonTerminalName }: NonTerminal): readonly IProduction[] => grammarRules()[nonTerminalName]?.definition ?? [];

function writing({ terminalType }: Terminal, pick: Pick): string {
  const writings = writingsOf(terminalType.name);
  return writings[pick(writings.length - 1)] ?? '';
}

function writingsOf(name: string): readonly string[] {
  const concept = conceptOf(name);
  return concept ? [...concept.vi, ...concept.en] : (SAMPLES[name] ?? []);
}

const possible = new Map<string, boolean>();

/** False for what no good text holds: the productions that unreadable lines are read with. */
function isPossible(production: IProduction): boolean {
  if (production instanceof Terminal) return writingsOf(production.terminalType.name).length > 0;
  if (production instanceof NonTerminal) {
    const { nonTerminalName: name } = production;
    const known = possible.get(name);
    if (known !== undefined) return known;
    possible.set(name, true); // a rule within itself is as possible as the rest of it
    const is = bodyOf(production).every(isPossible);
    possible.set(name, is);
    return is;
  }
  if (production instanceof Option || production instanceof Repetition) return true;
  if (production instanceof Alternation) return production.definition.some(isPossible);
  return 'definition' in production && (production.definition as IProduction[]).every(isPossible);
}
