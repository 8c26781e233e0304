import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { en } from '../src/i18n/en.js';
import { pseudo } from '../src/i18n/pseudo.js';
import { vi } from '../src/i18n/vi.js';

const folder = path.join(import.meta.dirname, '../src');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !/^i18n\/(vi|en)/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
const known: Readonly<Record<string, string>> = vi;

/** Names of what a message is filled with. */
const slotsOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name!))].filter((name) => Number.isNaN(Number(name))).sort();

describe('The catalogue', () => {
  it('has the same messages in both languages, in the same order', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
  });

  it('is filled with the same values in both languages', () => {
    const different = Object.entries(vi).filter(
      ([key, text]) => slotsOf(text).join() !== slotsOf(en[key as keyof typeof vi]).join(),
    );
    expect(different).toEqual([]);
  });

  it('is well-formed, and says something under every name', () => {
    for (const [language, texts] of [['vi-VN', vi] as const, ['en-GB', en] as const]) {
      for (const [key, text] of Object.entries(texts)) {
        const values = Object.fromEntries(slotsOf(text).map((name) => [name, 2]));
        const said = String(new IntlMessageFormat(text, language).format(values));
        expect([key, said.trim() !== '' && !said.includes('{')]).toEqual([key, true]);
      }
    }
  });

  it('writes Vietnamese composed, so that searches and fonts find it whole', () => {
    expect(Object.entries(vi).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('grows by 40 % in the language of tests', () => {
    const text = vi['load.offline'];
    expect(pseudo(text).length).toBeGreaterThan(text.length * 1.4);
  });
});

describe('Sources of the application', () => {
  it('ask the catalogue only for messages that it has', () => {
    const asked = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => ({ file, key: key! })),
    );
    expect(asked.length).toBeGreaterThan(150);
    expect(asked.filter(({ key }) => known[key] === undefined)).toEqual([]);
  });

  it('have no sentences of their own', () => {
    const accented = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
    const code = (text: string): string => text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    const allowed = new Set(['format/collate.ts', 'format/dates.ts', 'ui/shell.tsx']);
    expect(sources.filter(({ file, text }) => !allowed.has(file) && accented.test(code(text))).map(({ file }) => file)).toEqual(
      [],
    );
    const spoken = sources
      .filter(({ file }) => file.endsWith('.tsx'))
      .flatMap(({ file, text }) =>
        [...code(text).matchAll(/>\s*([A-Za-z]{3,}[^<>{}=;()]*)<\//g)].map(([, words]) => `${file}: ${words}`),
      );
    expect(spoken).toEqual([]);
  });

  it('never parse markup, which the server could have sent', () => {
    const parsing = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/;
    expect(sources.filter(({ text }) => parsing.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
