import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CATALOGUE } from '#dsl';
import { codePage } from '../src/code-help.js';
import { main } from '../src/main.js';

/** Runs the command line in this process. */
async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let [out, err] = ['', ''];
  const code = await main(args, {
    environment: { LANG: 'en_GB.UTF-8' },
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

describe('thac help CODE', () => {
  it('says why, how to mend it, and shows a bad and a good text, in one language', async () => {
    const { code, out } = await run('help', 'kh3004');
    expect(code).toBe(0);
    expect(out).toMatch(/^KH3004 · lỗi · error\n/);
    expect(out).toContain('Why: ');
    expect(out).not.toContain('Vì sao: ');
    expect(out).toContain('\n    chủ trì: [Xã]\n');
    expect(out).toContain('\n    chủ trì: mỗi [Xã]\n');
    expect(out).not.toMatch(/```|\*\*|^#|\n\n\n/m);
  });

  it('says it in Vietnamese', async () => {
    const { out } = await run('help', 'KH3004', '--language', 'vi');
    expect(out).toContain('Vì sao: ');
    expect(out).not.toContain('Why: ');
  });

  it('suggests a code for one that there is not', async () => {
    expect(await run('help', 'KH3044')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean “KH3004”?') });
  });

  it('names the list of codes where none is near', async () => {
    const { code, err } = await run('help', 'KH99');
    expect(code).toBe(2);
    expect(err).toContain(path.join('docs', 'reference', 'diagnostics', 'README.md'));
  });

  it.each(Object.keys(CATALOGUE))('%s has a page', (code) => {
    expect(existsSync(codePage(code))).toBe(true);
  });
});
