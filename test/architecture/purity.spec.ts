import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { impuritiesOf, PURE } from './purity.js';
import { filesBelow, ROOT } from './sources.js';

describe('The pure parts', () => {
  it('use no clock, no I/O, no chance, no locale and no time zone of the machine, and wait for nothing', () => {
    const files = PURE.flatMap(filesBelow).filter((file) => !file.endsWith('.spec.ts'));
    expect(files.length).toBeGreaterThan(20);
    const found = files.map((file) => [file, impuritiesOf(readFileSync(path.join(ROOT, file), 'utf8'))] as const);
    expect(found.filter(([, uses]) => uses.length > 0)).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['const at = Date.now();', ['Date.now is a clock']],
    ['const at = new Date();', ['new Date() is a clock']],
    ['const at = new Date;', ['new Date() is a clock']],
    ['const id = Math.random();', ['Math.random is chance']],
    ['const id = crypto.randomUUID();', ['crypto is chance']],
    ['const zone = process.env.TZ;', ['process reads the machine']],
    ['names.sort((a, b) => a.localeCompare(b));', ['.localeCompare knows the machine’s locale']],
    ['const day = date.getDate();', ['.getDate knows the machine’s time zone']],
    ['async function f() {}', ['async waits for something outside']],
    ['const f = async () => 1;', ['async waits for something outside']],
    ['class A { async f() {} }', ['async waits for something outside']],
  ])('are caught at %s', (source, uses) => {
    expect(impuritiesOf(source)).toEqual(uses);
  });

  it.each([
    'const at = new Date(ms);',
    'const day = Date.UTC(2022, 5, 30);',
    'interface A { process: string }',
    'const a = b.process;',
  ])('may say %s', (source) => {
    expect(impuritiesOf(source)).toEqual([]);
  });
});
