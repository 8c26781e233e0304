import { describe, expect, it } from '@jest/globals';
import { CATALOGUE, check, type Code } from '../../src/index.js';
import { BAD } from '../bad-examples.js';
import { calendar, rulesOf } from '../texts.js';
import { smallDirectory } from '../directory.js';
import { badOf, CODES, diagnosticPages, envOf, goodOf, NOTES } from './diagnostic-pages.js';

const pages = diagnosticPages('<!-- made -->');
const pageOf = (code: Code): string => pages[`${code}.md`] ?? '';

/** A block of a page, as a reader copies it; where it is too long to be printed, the example itself. */
const printed = (code: Code, kind: 'bad' | 'good' | 'parent'): string | undefined =>
  new RegExp(`\`\`\`thac ${kind}\\n([\\s\\S]*?)\\n\`\`\``).exec(pageOf(code))?.[1];

const codesIn = (text: string, against: Parameters<typeof check>[1]): readonly string[] =>
  check(text, against).diagnostics.map(({ code }) => code);

describe('The notes', () => {
  it('say of every code why it is said, and of no other', () => {
    expect(Object.keys(NOTES).toSorted()).toEqual(CODES.toSorted());
  });

  it('say it in two languages', () => {
    for (const { why } of Object.values(NOTES)) {
      expect(why.vi).not.toBe(why.en);
      for (const text of [why.vi, why.en]) expect(text).toMatch(/^.{15,}[.]$/);
    }
  });
});

describe('The page of every code', () => {
  it.each(CODES)('%s shows a bad text that yields exactly this code', (code) => {
    const found = check(printed(code, 'bad') ?? badOf(code), envOf(BAD[code])).diagnostics;
    expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
    const errors = found.filter(({ severity }) => severity === 'error').map((diagnostic) => diagnostic.code);
    expect(new Set(errors)).toEqual(new Set(CATALOGUE[code].severity === 'error' ? [code] : []));
  });

  it.each(CODES)('%s shows a good text that yields no error, and not this code', (code) => {
    const needsParent = NOTES[code]?.needsParent === true;
    const against = envOf(BAD[code], { withParent: BAD[code].child === true || needsParent });
    const { rules, diagnostics } = check(printed(code, 'good') ?? goodOf(code), against);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map((diagnostic) => diagnostic.code)).toEqual([]);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).not.toContain(code);
    expect(rules).not.toBeNull();
  });

  it.each(CODES.filter((code) => !NOTES[code]?.needsParent))('%s shows two texts that differ', (code) => {
    expect(goodOf(code)).not.toBe(badOf(code));
  });

  it.each(CODES.filter((code) => BAD[code].child || NOTES[code]?.needsParent))('%s shows the plan above, which holds', (code) => {
    const parent = rulesOf(printed(code, 'parent') ?? '');
    const against = { directory: smallDirectory('2022-07-11'), calendar, parent };
    expect(codesIn(printed(code, 'good') ?? '', against)).not.toContain(code);
  });

  it.each(CODES)('%s says in two languages why, and how to mend it', (code) => {
    const [, vi = '', en = ''] = /## Tiếng Việt([\s\S]*)## English([\s\S]*)## Ví dụ/.exec(pageOf(code)) ?? [];
    const { hint } = CATALOGUE[code];
    expect(vi).toContain(NOTES[code]?.why.vi);
    expect(en).toContain(NOTES[code]?.why.en);
    expect([vi.includes('Cách sửa: '), en.includes('How to mend it: ')]).toEqual([hint !== null, hint !== null]);
    expect(vi + en).not.toMatch(/\{\w+\}/);
  });

  it('is linked from the index once', () => {
    const index = pages['README.md'] ?? '';
    expect([...index.matchAll(/\]\((KH\d{4})\.md\)/g)].map(([, code]) => code).toSorted()).toEqual(CODES.toSorted());
  });
});
