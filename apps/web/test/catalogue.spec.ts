import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '../public/catalogue.js';

const { vi, en } = catalogue;

const folder = path.join(import.meta.dirname, '../public');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const sources = files
  .filter((file) => file.endsWith('.js') && !file.startsWith('catalogue'))
  .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

const isSingular = (key: string): boolean => key.endsWith('.one');
const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('catalogue', () => {
  it('has the same keys in both languages, save for English singulars', () => {
    expect(Object.keys(en).filter((key) => !isSingular(key))).toEqual(Object.keys(vi));
  });

  it('says something under every key', () => {
    const empty = [...Object.entries(vi), ...Object.entries(en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('fills in the same values in both languages', () => {
    const different = Object.keys(vi).filter((key) => slots(vi[key]!).join() !== slots(en[key]!).join());
    expect(different).toEqual([]);
  });

  it('has a plural for every singular, of a sentence that counts', () => {
    for (const key of Object.keys(en).filter(isSingular)) expect(en[key.slice(0, -'.one'.length)]).toContain('{count}');
  });

  it('writes Vietnamese composed, so that searches and fonts find it whole', () => {
    expect(Object.entries(vi).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });
});

describe('modules of the page', () => {
  it('ask the catalogue only for keys that it has', () => {
    const asked = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => ({ file, key: match[1]! })),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ key }) => vi[key] === undefined)).toEqual([]);
  });

  it('have no sentences of their own', () => {
    const accented = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
    const code = (text: string): string => text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
    const known = new Set(['app.js', 'collate.js', 'format.js']);
    const speaking = sources.filter(({ file, text }) => !known.has(file) && accented.test(code(text))).map(({ file }) => file);
    expect(speaking).toEqual([]);
  });

  it('never parse markup, which the server could have sent', () => {
    const parsing = sources.filter(({ text }) => /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(text));
    expect(parsing.map(({ file }) => file)).toEqual([]);
  });
});
