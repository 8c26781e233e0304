import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lower } from '../src/compile/lower.js';
import { check } from '../src/index.js';
import { lex } from '../src/lexer/lex.js';
import { parse } from '../src/parser/parse.js';
import { Deadlines } from '../src/semantics/deadlines.js';
import { Reading } from '../src/semantics/reading.js';
import { phraseOf, VOCABULARY } from '../src/vocabulary/concepts.js';
import { env, taskWith } from './texts.js';

const whole = readFileSync(new URL('./golden/whole.vi.thac', import.meta.url), 'utf8');
const english = readFileSync(new URL('./golden/whole.en.thac', import.meta.url), 'utf8');
const tokensOf = (text: string) => lex(text).tokens;

/** The rules of a text, errors or not, without the places they came from. */
function rulesIn(text: string): { readonly tasks: readonly unknown[] } {
  const { document, lexed } = parse(text);
  const reading = new Reading(document, lexed, env);
  const rules = lower({ reading, deadlines: new Deadlines(reading) });
  return (
    JSON.parse(JSON.stringify(rules, (key, value: unknown) => (key === 'place' ? undefined : value)) ?? 'null') ?? { tasks: [] }
  );
}

/** Changes what stands between and in the words, and nothing that has a meaning. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  decomposed: (text) => text.normalize('NFD'),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'doubled spaces': (text) => text.replaceAll(' ', '  '),
  tabs: (text) => text.replace(/^ +/gm, '\t'),
  'curly quotes': (text) => text.replace(/"([^"]*)"/g, '“$1”'),
  'capital keywords': (text) =>
    text.replace(/"[^"]*"|“[^”]*”|\[[^\]]*\]|[^"“[]+/g, (part) => (/^["“[]/.test(part) ? part : part.toUpperCase())),
  'a byte order mark': (text) => `\ufeff${text}`,
  'newer tone placement': (text) => text.replaceAll('ủy', 'uỷ').replaceAll('hóa', 'hoá'),
  'blank lines': (text) => text.replaceAll('\n', '\n\n'),
};

describe('A text typed another way', () => {
  it.each(Object.keys(VARIANTS))('with %s means the same', (name) => {
    expect(VARIANTS[name]!(whole)).not.toBe(whole);
    for (const text of [whole, english]) {
      const variant = VARIANTS[name]!(text);
      expect(check(variant, env).diagnostics.map(({ code }) => code)).toEqual(
        check(text, env).diagnostics.map(({ code }) => code),
      );
      expect(rulesIn(variant)).toEqual(rulesIn(text));
    }
  });

  it('with any of these at once means the same', () => {
    const names = fc.subarray(Object.keys(VARIANTS), { minLength: 2 });
    fc.assert(
      fc.property(names, (chosen) => {
        const variant = chosen.reduce((text, name) => VARIANTS[name]!(text), whole);
        expect(rulesIn(variant)).toEqual(rulesIn(whole));
      }),
      { numRuns: 60, seed: 239 },
    );
  });
});

describe('Tokens, comments, rejected signs and white space', () => {
  const alphabet = [
    ...new Set(tokensOf(whole).map(({ image }) => image)),
    ' ',
    '\n',
    '//x',
    '"',
    '[',
    '“',
    '/',
    '@',
    '😀',
    '\u0301',
    '1.',
    'ư',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...alphabet)).map((parts) => parts.join('')),
  );

  it('are the whole text, in order and without overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { tokens, comments, rejected } = lex(text);
        const spans = [
          ...tokens.map(({ startOffset, image }) => ({ start: startOffset, end: startOffset + image.length })),
          ...comments,
          ...rejected,
        ];
        let at = 0;
        for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
          expect(text.slice(at, start)).toMatch(/^[\s\u200b-\u200d\u2060\ufeff]*$/);
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(at);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b-\u200d\u2060\ufeff]*$/);
        for (const token of tokens) expect(token.image).toBe(text.slice(token.startOffset, (token.endOffset ?? 0) + 1));
      }),
      { numRuns: 400, seed: 239 },
    );
  });

  it('never make a check throw, and every place lies in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { diagnostics, rules } = check(text, env);
        if (!rules) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        for (const { place } of diagnostics) {
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(0, place.start).split('\n')).toHaveLength(place.line);
        }
      }),
      { numRuns: 400, seed: 239 },
    );
  });
});

describe('A mutant of a good text', () => {
  const tokens = tokensOf(whole);
  const good = rulesIn(whole).tasks;
  const without = (index: number): string => {
    const { startOffset, image } = tokens[index]!;
    return whole.slice(0, startOffset) + whole.slice(startOffset + image.length);
  };
  /** Tasks that a slip at a place may touch: the one that stands there and, for a header, the one before. */
  const far = (index: number): readonly unknown[] => {
    const heads = tokens.flatMap((token, at) => (token.tokenType.name === 'TASK' ? [at] : []));
    const here = heads.findLastIndex((at) => at <= index);
    return good.filter((_, task) => task !== here && task !== here - 1);
  };
  /** Without these every name or date of the plan hangs in the air, or the text has one plan fewer. */
  const firstTask = tokens.findIndex(({ tokenType }) => tokenType.name === 'SECTION');
  const dependent = /2\.5/;

  it('with any one token missing keeps every other task', () => {
    for (let index = firstTask; index < tokens.length; index++) {
      const tasks = rulesIn(without(index)).tasks.map((task) => JSON.stringify(sectionless(task)));
      for (const task of far(index)) {
        const text = JSON.stringify(sectionless(task));
        if (!dependent.test(text))
          expect({ missing: tokens[index]?.image, index, tasks }).toMatchObject({ tasks: expect.arrayContaining([text]) });
      }
    }
  });

  it('with any one token missing, and something lost by it, has an error or a warning to show', () => {
    const whatIsSaid = JSON.stringify(rulesIn(whole));
    const warned = new Set(check(whole, env).diagnostics.map(({ code }) => code));
    for (let index = 0; index < tokens.length; index++) {
      const text = without(index);
      const { rules, diagnostics } = check(text, env);
      const same = JSON.stringify(rulesIn(text)) === whatIsSaid;
      const isWarned = diagnostics.some(({ code, severity }) => severity === 'warning' && !warned.has(code));
      if (!same && rules && !isWarned) expect(OPTIONAL).toContain(tokens[index]?.tokenType.name);
    }
  });

  it('with tokens swapped, doubled or replaced never throws', () => {
    const index = fc.nat(tokens.length - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(index, index), { minLength: 1, maxLength: 5 }), (changes) => {
        const images = tokens.map(({ image }) => image);
        for (const [at, from] of changes) images[at] = tokens[from]!.image;
        expect(() => check(images.join(' '), env)).not.toThrow();
      }),
      { numRuns: 300, seed: 239 },
    );
  });
});

const sectionless = (task: unknown): unknown => ({ ...(task as object), section: null });

/** Words that a text may lack and still be whole: what is left says something else, and says it well. */
const OPTIONAL = ['Text', 'EACH'];

describe('The vocabulary', () => {
  it.each(VOCABULARY.map(({ id }) => id))('%s has a phrase in each language that reads as itself', (id) => {
    for (const language of ['vi', 'en'] as const) {
      const [token, ...others] = tokensOf(phraseOf(id, language));
      expect(others).toEqual([]);
      const type = token!.tokenType;
      expect([type.name, ...(type.CATEGORIES ?? []).map(({ name }) => name)]).toContain(id);
    }
  });

  it('is longest match: a phrase is never cut short by one that it begins with', () => {
    const [first] = tokensOf('trước ngày 15/7/2022');
    expect(first?.image).toBe('trước ngày');
    expect(tokensOf('kể từ ngày nhận được').map(({ image }) => image)).toEqual(['kể từ ngày nhận được']);
  });

  it('is matched without marks only as a suggestion', () => {
    const { diagnostics } = check(taskWith('chu tri: [Sở Nội vụ]\nhan: thuong xuyen'), env);
    expect(diagnostics.map(({ args }) => args.expected)).toEqual(['chủ trì', 'hạn', 'thường xuyên']);
  });
});
