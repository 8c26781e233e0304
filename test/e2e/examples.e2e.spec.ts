import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EXAMPLES, rulesFilesOf, textOf } from '../../examples/folders.js';
import { cli, cliHere, ROOT } from './cli.js';

const LONG_MS = 120_000;
const run = promisify(execFile);

/** Also compiles what is stale. */
describe('The examples', () => {
  it('are laid out', async () => {
    const rules = EXAMPLES.flatMap((example) => rulesFilesOf(example).map((file) => `examples/${example}/${file}`));
    expect(rules.length).toBeGreaterThanOrEqual(EXAMPLES.length);
    expect(await cliHere(['fmt', '--check', ...rules])).toMatchObject({ code: 0, stderr: '' });
  });
});

describe.each(EXAMPLES)('The example %s', (example) => {
  const folder = `examples/${example}`;
  const rules = rulesFilesOf(example).map((file) => `${folder}/${file}`);
  let elsewhere: string;

  beforeAll(async () => {
    elsewhere = await mkdtemp(path.join(tmpdir(), 'thac-example-e2e-'));
    await mkdir(path.join(elsewhere, folder), { recursive: true });
  });

  afterAll(() => rm(elsewhere, { recursive: true, force: true }));

  it('checks without errors, each plan held against the one above it', async () => {
    const { code, stdout, stderr } = await cliHere(['check', ...rules, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: 0 });
  });

  it(
    `has the organisation that its script makes (after a change: node dist/${folder}/make-organisation.js)`,
    async () => {
      await run(process.execPath, [path.join(ROOT, 'dist', folder, 'make-organisation.js')], { cwd: elsewhere });
      const made = await readFile(path.join(elsewhere, folder, 'organisation.json'), 'utf8');
      expect(made).toBe(textOf(example, 'organisation.json'));
    },
    LONG_MS,
  );

  it(
    'comes to its expected.json, byte for byte',
    async () => {
      const { code, stdout, stderr } = await cli(['simulate', folder, '--json']);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toBe(textOf(example, 'expected.json'));
    },
    LONG_MS,
  );
});
