import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cli, cliHere, ROOT } from './cli.js';

const EXAMPLE = path.join(ROOT, 'examples/lao-cai-2022');
const PLAN = path.join(EXAMPLE, '239-kh-ubnd.thac');
const ORGANISATION = path.join(EXAMPLE, 'organisation.json');

describe('thac check', () => {
  let folder: string;
  let text: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thac-check-'));
    text = await readFile(PLAN, 'utf8');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const spoilt = async (from: string, to: string): Promise<string> => {
    expect(text).toContain(from);
    const file = path.join(folder, 'spoilt.thac');
    await writeFile(file, text.replace(from, to));
    return file;
  };

  it('finds nothing wrong with the example', async () => {
    const files = [PLAN, path.join(EXAMPLE, 'bao-thang-kh-ubnd.thac')];
    const { code, stdout, stderr } = await cli(['check', ...files]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/2 tệp: 0 lỗi, \d+ cảnh báo, \d+ lưu ý\.[\n]$/);
  });

  it.each([
    ['a misspelt keyword', { from: '    hạn: trước ngày 05/7/2022', to: '    hạm: trước ngày 05/7/2022', marked: 'hạm' }],
    ['an unknown agency', { from: 'chủ trì: [Sở Y tế]', to: 'chủ trì: [Sở Y tá]', marked: '[Sở Y tá]' }],
    ['a task number used twice', { from: 'nhiệm vụ 1.2 "', to: 'nhiệm vụ 1.1 "', marked: '1.1' }],
    ['a date that does not exist', { from: 'trước ngày 15/7/2022', to: 'trước ngày 31/6/2022', marked: '31/6/2022' }],
    [
      'a deadline before the date of issue',
      { from: 'trước ngày 05/7/2022', to: 'trước ngày 05/6/2022', marked: 'trước ngày 05/6/2022' },
    ],
  ])('marks %s in a code frame and exits with 1', async (_, { from, to, marked }) => {
    const file = await spoilt(from, to);
    const { code, stdout } = await cliHere(['check', file, '--organisation', ORGANISATION]);
    expect(code).toBe(1);
    const frame = stdout.split('\n\n').find((each) => each.startsWith('lỗi KH'));
    expect(frame).toMatch(/^lỗi KH\d{4}: .+\n\s*--> .+spoilt\.thac:\d+:\d+\n/);
    const [, , , line = '', marks = ''] = frame!.split('\n');
    const column = marks.indexOf('^');
    expect(line.normalize('NFC').slice(column, marks.lastIndexOf('^') + 1)).toContain(marked);
    expect(stdout).toMatch(/1 tệp: [1-9]\d* lỗi/);
  });

  it('warns of a lead that also supports: 0, and 1 with --strict', async () => {
    const options = [PLAN, '--language', 'en'];
    const lenient = await cliHere(['check', ...options]);
    expect(lenient.code).toBe(0);
    expect(lenient.stdout).toMatch(/^warning KH\d{4}: /m);
    expect((await cliHere(['check', '--strict', ...options])).code).toBe(1);
  });

  it('prints one JSON object with every place and both languages', async () => {
    const file = await spoilt('chủ trì: [Sở Y tế]', 'chủ trì: [Sở Y tá]');
    const { code, stdout } = await cliHere(['check', file, '--json', '--organisation', ORGANISATION]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      errors: 1,
      files: [
        { file, diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'error', line: expect.any(Number) })]) },
      ],
    });
    const { files } = JSON.parse(stdout) as { files: { diagnostics: { message: { vi: string; en: string } }[] }[] };
    for (const { message } of files[0]!.diagnostics)
      expect([message.vi, message.en]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('holds a lower plan against its parent beside it, and says where that is missing', async () => {
    const child = await readFile(path.join(EXAMPLE, 'bao-thang-kh-ubnd.thac'), 'utf8');
    const file = path.join(folder, 'child.thac');
    await writeFile(file, child.replace('trước ngày 31/8/2022', 'trước ngày 31/12/2022'));
    const alone = await cliHere(['check', file, '--organisation', ORGANISATION]);
    expect(alone.stdout).toMatch(/239\/KH-UBND/);
    const held = await cliHere(['check', file, PLAN, '--organisation', ORGANISATION]);
    expect(held.code).toBe(1);
    expect(held.stdout).toMatch(/lỗi KH6\d{3}: .*3\.5/);
  });

  it.each([
    ['no file', ['check'], 'cli.usage'],
    ['a file that is not there', ['check', 'nowhere.thac'], 'file.unreadable'],
    ['a misspelt option', ['check', PLAN, '--stric'], '--strict'],
    ['a misspelt verb', ['chekc', PLAN], 'check'],
    ['half a verb', ['plan'], 'plan tree'],
    ['a language that there is not', ['check', PLAN, '--language', 'fr'], 'vi, en'],
    ['a date that there is not', ['simulate', EXAMPLE, '--until', '2022-02-30'], '2022-02-30'],
  ])('exits with 2 for %s and says how to mend it, in both languages', async (_, args, said) => {
    const { code, stderr, stdout } = await cliHere(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).toMatch(/^Lỗi [\s\S]+^Error /m);
  });

  it('names every problem of an organisation file', async () => {
    const file = path.join(folder, 'organisation.json');
    const organisation = await readFile(ORGANISATION, 'utf8');
    await writeFile(
      file,
      organisation.replace(
        '"tier":"province","kind":"peoples-committee","superior":null',
        '"tier":"province","kind":"peoples-committee","superior":"vn-10.086.02923"',
      ),
    );
    const { code, stderr } = await cliHere(['check', PLAN, '--organisation', file, '--language', 'en']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/data\.invalid[\s\S]*loop/);
  });
});

describe('thac compile, help, --version', () => {
  it('prints the rules as JSON', async () => {
    const { code, stdout } = await cliHere(['compile', PLAN, '--json']);
    expect(code).toBe(0);
    expect(stdout.trimEnd()).not.toContain('\n');
    const rules = JSON.parse(stdout) as { tasks: readonly { no: string }[] };
    expect(rules).toMatchObject({ irVersion: 1, plan: { number: '239/KH-UBND', issuer: 'vn-10', issuedOn: '2022-06-30' } });
    expect(rules.tasks).toHaveLength(39);
  });

  it('shows help in the language of the locale', async () => {
    expect((await cliHere(['help'], { env: { LANG: 'en_GB.UTF-8' } })).stdout).toMatch(/Exit codes:/);
    expect((await cliHere([])).stdout).toMatch(/Mã kết thúc:/);
    expect((await cliHere(['help', 'start', '--language', 'en'])).stdout).toMatch(/--port N/);
    expect((await cli(['--version'])).stdout).toMatch(/^thac \d+\.\d+\.\d+\n$/);
  });
});
