import { describe, expect, it } from '@jest/globals';
import {
  check,
  createLanguageService,
  describe as describeDiagnostic,
  explain,
  format,
  renderFrame,
  translate,
} from '../src/index.js';
import { LONGEST_TEXT } from '../src/parser/parse.js';
import { SHAPES, shaped } from './mutants/shapes.js';
import { env, HEADER, taskWith } from './texts.js';

/** Characters of a text that goes deep. */
const DEEP = 10_000;
const SHAPE_BASE = 20;

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
