import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  check,
  createLanguageService,
  describe as describeDiagnostic,
  explain,
  format,
  renderFrame,
  translate,
} from '../src/index.js';
import { lex } from '../src/lexer/lex.js';
import { LONGEST_TEXT } from '../src/parser/parse.js';
import { mutate } from './mutants/mutate.js';
import { victimOf } from './mutants/operators.js';
import { oneOf, seeded, seedOf } from './mutants/random.js';
import { sources } from './mutants/sources.js';
import { WorkCounter } from './mutants/work.js';
import { env, HEADER, planWith, taskWith } from './texts.js';

/** What is done to every text. */
const ACTS: Readonly<Record<string, (text: string) => void>> = {
  check: (text) => check(text, env),
  format: (text) => format(text),
  translate: (text) => translate(text, 'en'),
  complete: (text) => createLanguageService(env).complete(text, text.length),
};

/** Shapes that make careless readers go deep, or back and forth. */
const SHAPES: Readonly<Record<string, (times: number) => string>> = {
  'open brackets': (times) => taskWith(`chủ trì: ${'['.repeat(times)}`),
  'closing brackets': (times) => taskWith(`chủ trì: ${']'.repeat(times)}`),
  'brackets in brackets': (times) => taskWith(`chủ trì: ${'['.repeat(times)}Sở Nội vụ${']'.repeat(times)}`),
  'lines of open brackets': (times) => taskWith('chủ trì: [\n'.repeat(times)),
  quotes: (times) => taskWith(`sản phẩm: ${'"'.repeat(times)}`),
  'opening quotes': (times) => taskWith(`sản phẩm: ${'“'.repeat(times)}`),
  'every one of every one': (times) => taskWith(`chủ trì: ${'mỗi '.repeat(times)}[Xã]`),
  'deadline after deadline': (times) => taskWith(`hạn: ${'trong quý I/2023 sau đó '.repeat(times)}hằng năm`),
  'dates and dates': (times) => taskWith(`mốc kiểm tra: ${'30/6/2024; '.repeat(times)}30/6/2025`),
  'and, and, and': (times) => planWith(`xử lý quá hạn\nquá hạn 1 ngày thì ${'nhắc chủ trì và '.repeat(times)}nhắc chủ trì`),
  'keywords only': (times) => 'nhiệm vụ hạn chủ trì trước ngày '.repeat(Math.ceil(times / 4)),
  'unknown words': (times) => 'nhiệmvu chutri hann phốihợp '.repeat(Math.ceil(times / 10)),
  'strange signs': (times) => '@ # ( ) { } '.repeat(times),
  'one long word': (times) => 'a'.repeat(times),
  'one long number': (times) => taskWith(`hạn: trước ngày ${'1'.repeat(times)}`),
  'dots and figures': (times) => planWith(`nhiệm vụ ${'1.'.repeat(times)}1 "Việc"`),
  'spaces only': (times) => ' \n\u00a0'.repeat(times),
  'comments only': (times) => '// ghi chú\n'.repeat(times),
  'slashes only': (times) => '/ '.repeat(times),
  'tasks only': (times) => Array.from({ length: times }, (_, no) => `nhiệm vụ ${no + 1} "Việc"`).join('\n'),
  'the same task': (times) => planWith('nhiệm vụ 1 "Việc"\n  chủ trì: [Sở Nội vụ]\n  hạn: thường xuyên\n'.repeat(times)),
  'the same group': (times) => 'nhóm [Sở] gồm mọi cơ quan chuyên môn cấp tỉnh\n'.repeat(times),
  'the same plan': (times) => planWith('').repeat(times),
  'units that nobody knows': (times) =>
    taskWith(`chủ trì: ${Array.from({ length: times }, (_, no) => `[Sở Số ${times}-${no}]`).join('; ')}`),
};

const SMALL = 50;
const TIMES = 8;
/** Eight times the text is eight times the work, give or take what is worked out once; what goes back and forth takes 64 times. */
const MOST_WORK = 16;
/** Characters of a text that goes deep. */
const DEEP = 10_000;
const SHAPE_BASE = 20;
const SAMPLE = 40;

const shaped = (shape: string, times: number): string => SHAPES[shape]?.(times) ?? '';

describe('The work of reading', () => {
  let counter: WorkCounter;
  beforeAll(async () => {
    counter = await WorkCounter.start();
  });
  afterAll(() => counter.stop());

  it.each(Object.keys(SHAPES))('%s: grows with the text, not faster', async (shape) => {
    for (const [name, act] of Object.entries(ACTS)) {
      act(shaped(shape, 2 * SMALL)); // works out what is worked out once for all texts
      const once = await counter.count(() => act(shaped(shape, SMALL)));
      const factor = (await counter.count(() => act(shaped(shape, TIMES * SMALL)))) / once;
      expect([name, factor, factor < MOST_WORK]).toEqual([name, factor, true]);
    }
  });

  it('grows with a mutant, not faster', async () => {
    const random = seeded(seedOf('longer'));
    const all = sources();
    for (let index = 0; index < SAMPLE; index++) {
      const mutant = mutate(victimOf(oneOf(all, random).text), random);
      const work = (times: number) => counter.count(() => check(`${mutant.text}\n`.repeat(times), env));
      await work(2);
      const once = await work(1);
      const factor = (await work(TIMES)) / once;
      expect([mutant, factor, factor < MOST_WORK]).toEqual([mutant, factor, true]);
    }
  });

  it('would be seen to grow faster', async () => {
    const backAndForth = (text: string): void => {
      for (let at = 0; at < text.length; at += 100) lex(text.slice(at));
    };
    const once = await counter.count(() => backAndForth(shaped('tasks only', SMALL)));
    const factor = (await counter.count(() => backAndForth(shaped('tasks only', TIMES * SMALL)))) / once;
    expect(factor).toBeGreaterThan(MOST_WORK);
  });
});

describe('Texts of any shape', () => {
  it.each(Object.keys(SHAPES))('%s, as deep as it goes: has diagnostics, and no end of the stack', (shape) => {
    const text = shaped(shape, Math.ceil((DEEP * SHAPE_BASE) / (shaped(shape, SHAPE_BASE).length - shaped(shape, 0).length)));
    const { diagnostics, rules } = check(text, env);
    expect(text.length).toBeGreaterThanOrEqual(DEEP);
    expect(rules === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    expect(format(text).refused).toBe(false);
    expect(() => createLanguageService(env).complete(text, text.length)).not.toThrow();
  });
});

describe('A text of ten million characters', () => {
  const text = taskWith('ghi chú\n'.repeat(10_000_000 / 8));

  it('is told to be too long, in both languages, at the place where it is', () => {
    expect(text.length).toBeGreaterThan(10_000_000);
    const { diagnostics, rules } = check(text, env);
    expect(rules).toBeNull();
    expect(diagnostics.map(({ code, place }) => [code, place.start])).toEqual([['KH1007', LONGEST_TEXT]]);
    const { message } = describeDiagnostic(diagnostics[0]!);
    expect(message.vi).toContain(`dài ${text.length} ký tự`);
    expect(message.en).toContain(`${text.length} characters long`);
    expect(renderFrame(text, diagnostics[0]!, { language: 'vi', file: 'a.thac' })).toContain('KH1007');
  });

  it('stays as it is', () => {
    expect(format(text).text === text).toBe(true);
    expect(format(text).skipped).toMatchObject([{ start: 0, end: text.length }]);
    expect(translate(text, 'en').text === text).toBe(true);
    expect(explain(text, env, 'vi')).toBeNull();
    const service = createLanguageService(env);
    expect(service.complete(text, text.length)).toEqual([]);
    expect([service.semanticTokens(text), service.outline(text), service.hover(text, 10)]).toEqual([[], [], null]);
  });

  it('is read in full up to the bound, and one character more is too long', () => {
    const longest = `${HEADER}${'\n'.repeat(LONGEST_TEXT - HEADER.length)}`;
    expect(longest).toHaveLength(LONGEST_TEXT);
    expect(check(longest, env).diagnostics.map(({ code }) => code)).not.toContain('KH1007');
    expect(check(`${longest}\n`, env).diagnostics.map(({ code }) => code)).toEqual(['KH1007']);
  });
});
