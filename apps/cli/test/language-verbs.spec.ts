import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { main } from '../src/main.js';

const EXAMPLE = path.resolve(import.meta.dirname, '../../../examples/lao-cai-2022');
const PLAN = path.join(EXAMPLE, '239-kh-ubnd.thac');
const CHILD = path.join(EXAMPLE, 'bao-thang-kh-ubnd.thac');

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

let folder = '';
const inFolder = (name: string): string => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thac-verbs-'));
  await copyFile(path.join(EXAMPLE, 'organisation.json'), inFolder('organisation.json'));
  await copyFile(PLAN, inFolder('plan.thac'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('thac fmt', () => {
  it('lays a file out in place, and then finds it laid out', async () => {
    await writeFile(inFolder('a.thac'), 'kế hoạch   "1"\nban hành ngày 5/7/2022 của [UBND tỉnh Lào Cai]');
    expect(await run('fmt', inFolder('a.thac'), '--check')).toEqual({
      code: 1,
      out: `${inFolder('a.thac')}\n1 file: 1 not laid out.\n`,
      err: '',
    });
    expect(await run('fmt', inFolder('a.thac'))).toEqual({ code: 0, out: `${inFolder('a.thac')}\n`, err: '' });
    expect(await readFile(inFolder('a.thac'), 'utf8')).toBe('kế hoạch "1" ban hành ngày 05/7/2022 của [UBND tỉnh Lào Cai]\n');
    expect(await run('fmt', inFolder('a.thac'), '--check')).toEqual({ code: 0, out: '1 file: 0 not laid out.\n', err: '' });
  });

  it('says which parts it left as they are', async () => {
    await writeFile(inFolder('a.thac'), 'nhiệm vụ 1 "A"\n  xyzzy\n');
    expect(await run('fmt', inFolder('a.thac'))).toMatchObject({
      code: 0,
      err: `${inFolder('a.thac')}:1: this part has errors and was left as it is\n`,
    });
  });
});

describe('thac check', () => {
  it('checks what is there, and says which file is not', async () => {
    const missing = inFolder('missing.thac');
    const { code, out, err } = await run('check', missing, inFolder('plan.thac'));
    expect(code).toBe(2);
    expect(out).toMatch(/KH3007[^]*\n1 file: 0 errors, 2 warnings, \d+ notes; 1 file could not be checked\.\n$/);
    expect(err).toContain(`file.unreadable: ${missing} cannot be read (ENOENT).`);
    expect((await run('check', missing)).out).toBe('');
  });

  it('gives both as JSON', async () => {
    const { code, out } = await run('check', inFolder('plan.thac'), inFolder('missing.thac'), '--json');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      errors: 0,
      warnings: 2,
      files: [
        { file: inFolder('plan.thac'), ok: true },
        { file: inFolder('missing.thac'), ok: false, fault: { code: 'file.unreadable' } },
      ],
    });
  });

  it('shows errors first, then warnings, then notes, and counts each at the end', async () => {
    await writeFile(inFolder('plan.thac'), (await readFile(PLAN, 'utf8')).replace('[Sở Y tế]', '[So Y te]'));
    const { code, out } = await run('check', inFolder('plan.thac'));
    expect(code).toBe(1);
    const severities = [...out.matchAll(/^(error|warning|note) KH/gm)].map(([, severity]) => severity);
    const count = (severity: string): number => severities.filter((one) => one === severity).length;
    const [errors, warnings, notes] = [count('error'), count('warning'), count('note')];
    expect(severities).toEqual(
      ['error', 'warning', 'note'].flatMap((severity) => Array.from({ length: count(severity) }, () => severity)),
    );
    expect([errors, warnings > 0, notes > 0]).toEqual([1, true, true]);
    expect(out.trimEnd().split('\n').at(-1)).toBe(`1 file: 1 error, ${warnings} warnings, ${notes} notes.`);
  });
});

describe('thac translate', () => {
  it('writes a text in the other language, and back the same bytes', async () => {
    await run('fmt', inFolder('plan.thac'));
    const before = await readFile(inFolder('plan.thac'), 'utf8');
    const { code, out } = await run('translate', inFolder('plan.thac'), '--to', 'en');
    expect(code).toBe(0);
    expect(out).toContain('\n    due: before 05/7/2022\n');
    await run('translate', inFolder('plan.thac'), '--to', 'en', '--write');
    expect(await readFile(inFolder('plan.thac'), 'utf8')).toBe(out);
    await run('translate', inFolder('plan.thac'), '--to', 'vi', '--write');
    expect(await readFile(inFolder('plan.thac'), 'utf8')).toBe(before);
  });

  it('needs a language that it knows', async () => {
    expect(await run('translate', PLAN)).toMatchObject({ code: 2, err: expect.stringContaining('--to') });
    expect(await run('translate', PLAN, '--to', 'fr')).toMatchObject({ code: 2, err: expect.stringContaining('“fr”') });
  });
});

describe('A text without an organisation', () => {
  it.each(['check', 'explain', 'compile'])('is refused by thac %s with what to do', async (verb) => {
    await rm(inFolder('organisation.json'));
    const { code, err } = await run(verb, inFolder('plan.thac'));
    expect(code).toBe(2);
    expect(err).toContain(`There is no organisation ${inFolder('organisation.json')}.`);
    expect(err).toContain('--organisation FILE');
  });
});

describe('thac explain', () => {
  it('says the last day of a task and the units that it reaches', async () => {
    const { code, out } = await run('explain', PLAN);
    expect(code).toBe(0);
    expect(out).toContain(
      'Due: before 05/7/2022 — the last day that counts: 04/7/2022 (Monday); 05/7/2022 itself does not count.',
    );
    expect(out).toContain('152 units, each with an item of its own: ');
    const json = JSON.parse((await run('explain', PLAN, '--json')).out) as {
      rules: { kind: string; units: { count: number } | null }[];
    };
    expect(json.rules.filter(({ kind, units }) => kind === 'task' && units?.count === 152).length).toBeGreaterThan(0);
  });

  it('explains a lower plan against the one that it cites', async () => {
    expect((await run('explain', CHILD)).out).toContain('The plan gives work to ');
  });

  it('shows the errors of a text that has some', async () => {
    await writeFile(inFolder('plan.thac'), (await readFile(PLAN, 'utf8')).replace('[Sở Tư pháp]', '[Sở Tư phap]'));
    expect(await run('explain', inFolder('plan.thac'))).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('KH3001'),
    });
  });
});

describe('thac diff', () => {
  it('says what changes for whom', async () => {
    await writeFile(inFolder('new.thac'), (await readFile(PLAN, 'utf8')).replace('trước ngày 15/7/2022', 'trước ngày 10/7/2022'));
    const { code, out } = await run('diff', inFolder('plan.thac'), inFolder('new.thac'));
    expect(code).toBe(0);
    expect(out).toMatch(/^~ Task 1\.2 .*: 14\/7\/2022 → 09\/7\/2022 — 152 units/);
    const json = JSON.parse((await run('diff', inFolder('plan.thac'), inFolder('new.thac'), '--json')).out) as object;
    expect(json).toMatchObject({ duties: [{ change: 'moved', no: '1.2', count: 152 }], units: { count: 152 } });
    expect((await run('diff', PLAN, PLAN)).out).toBe('Nothing changes.\n');
  });

  it.each([0, 1])('shows the errors of a version that has some (%i)', async (bad) => {
    await writeFile(inFolder('bad.thac'), 'kế hoạch');
    const files = [inFolder('plan.thac'), inFolder('plan.thac')].with(bad, inFolder('bad.thac'));
    expect(await run('diff', ...files)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('bad.thac') });
  });
});
