import { describe, expect, it } from '@jest/globals';
import {
  Alternation,
  Alternative,
  createToken,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Rule,
  Terminal,
  type IProduction,
} from 'chevrotain';
import { grammarRules } from '../../src/parser/parse.js';
import { ebnf, piecesOf, rulesIn } from './ebnf.js';

const A = createToken({ name: 'A' });
const B = createToken({ name: 'B' });
const Sign = createToken({ name: 'Sign' });
const a = new Terminal({ terminalType: A });
const b = new Terminal({ terminalType: B });
const sign = new Terminal({ terminalType: Sign });
const other = new NonTerminal({ nonTerminalName: 'other' });
const written = (...parts: IProduction[]): string => ebnf(piecesOf(parts), ({ name }) => name);

describe('The EBNF of a production', () => {
  it.each<[string, IProduction[]]>([
    ['A, B', [a, b]],
    ['[ A ], other', [new Option({ definition: [a] }), other]],
    ['{ A, B }', [new Repetition({ definition: [a, b] })]],
    ['A, { A }', [new RepetitionMandatory({ definition: [a] })]],
    ['other, { Sign, other }', [other, new Repetition({ definition: [sign, other] })]],
    ['A, { Sign, A }', [new RepetitionMandatoryWithSeparator({ definition: [a], separator: Sign })]],
    ['[ A, { Sign, A } ]', [new RepetitionWithSeparator({ definition: [a], separator: Sign })]],
    [
      '( A | B, other )',
      [new Alternation({ definition: [new Alternative({ definition: [a] }), new Alternative({ definition: [b, other] })] })],
    ],
  ])('is %s', (text, parts) => {
    expect(written(...parts)).toBe(text);
  });

  it('is refused for what it does not know', () => {
    expect(() => written(new Rule({ name: 'r', definition: [] }))).toThrow('Rule');
  });

  it('reads “one, then more of it” as a round with what stands between', () => {
    const [piece, ...rest] = piecesOf([other, new Repetition({ definition: [sign, other] })]);
    expect(rest).toEqual([]);
    expect(piece).toMatchObject({ kind: 'some', pieces: [{ name: 'other' }], between: [{ token: { name: 'Sign' } }] });
    expect(piecesOf([a, new Repetition({ definition: [sign, b] })]).map(({ kind }) => kind)).toEqual(['token', 'many']);
  });
});

describe('The rules of the grammar', () => {
  const rules = Object.entries(grammarRules()).map(([name, { definition }]) => [name, piecesOf(definition)] as const);

  it('mention only each other', () => {
    const known = new Set(rules.map(([name]) => name));
    expect(rules.flatMap(([, pieces]) => rulesIn(pieces)).filter((name) => !known.has(name))).toEqual([]);
  });

  it('are all reached from the document', () => {
    const reached = new Set(['document']);
    for (const name of reached) for (const next of rulesIn(new Map(rules).get(name) ?? [])) reached.add(next);
    expect(rules.map(([name]) => name).filter((name) => !reached.has(name))).toEqual([]);
  });
});
