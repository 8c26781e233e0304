import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** Bytes, gzipped, that the part of the language that needs no organisation may weigh, Chevrotain included. */
const CORE_BYTES = 45_000;
/** All of the language: checks, explanation, difference of versions, typed deadlines and the services of an editor. */
const ALL_BYTES = 135_000;

/** Without the options that Node itself got here: npm is a program of its own. */
const NO_OPTIONS = { ...process.env, NODE_OPTIONS: '' };

describe('The package for browsers', () => {
  let folder: string;
  let weights: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'thac-browser-'));
    ({ stdout: weights } = await run(process.execPath, [path.join(HERE, '../browser/build.mjs'), folder]));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const scripts = async (): Promise<readonly string[]> => (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const textOf = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');
  const importsOf = async (name: string): Promise<readonly string[]> =>
    ts.preProcessFile(await textOf(name), true, true).importedFiles.map(({ fileName }) => fileName);
  const bytesOf = async (name: string): Promise<number> => gzipSync(await readFile(path.join(folder, name)), { level: 9 }).length;

  it('has a core of no more than 45 kB', async () => {
    expect(await importsOf('core.js')).toEqual([]);
    const bytes = await bytesOf('core.js');
    expect(bytes).toBeLessThanOrEqual(CORE_BYTES);
    expect(weights).toContain(`core        ${(bytes / 1000).toFixed(1)} kB gzip`);
  });

  it('packs that core into no more than 45 kB, Chevrotain and all', async () => {
    const { stdout } = await run('npm', ['pack', '--dry-run', '--json', path.join(folder, 'core')], { env: NO_OPTIONS });
    const packed: unknown = JSON.parse(stdout);
    const [pack] = (Array.isArray(packed) ? packed : Object.values(packed as object)) as {
      size: number;
      files: { path: string }[];
    }[];
    expect(pack?.files.map((file) => file.path).sort()).toEqual(['NOTICE', 'core.js', 'package.json']);
    expect(pack?.size).toBeLessThanOrEqual(CORE_BYTES);
  });

  it('has all of the language in no more than three times that', async () => {
    const others = (await scripts()).filter((name) => name !== 'core.js' && name !== 'codemirror.js');
    const bytes = await Promise.all(others.map(bytesOf));
    expect(bytes.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(ALL_BYTES);
  });

  it('imports nothing of Node, and of other packages the editor only', async () => {
    for (const name of await scripts()) {
      const others = (await importsOf(name)).filter((from) => !from.startsWith('./'));
      const editor = name === 'codemirror.js' ? others.filter((from) => from.startsWith('@codemirror/')) : [];
      expect([name, others]).toEqual([name, editor]);
      expect([name, /\bprocess\.|\brequire\(/.test(await textOf(name))]).toEqual([name, false]);
    }
    expect(await importsOf('codemirror.js')).toContain('@codemirror/view');
  });

  it('checks, translates, explains and completes a plan in both languages, in plain Node', async () => {
    const args = [path.join(HERE, 'browser/plain-node.mjs'), folder, path.join(HERE, 'browser/directory.mjs')];
    const { stdout, stderr } = await run(process.execPath, args);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      slips: [
        [
          'KH3001',
          { vi: expect.stringContaining('[Sở Nội vụ]') as unknown, en: expect.stringContaining('[Sở Nội vụ]') as unknown },
        ],
      ],
      vi: { errors: [], tasks: 1 },
      en: { errors: [], tasks: 1 },
      sentences: 2,
      completions: ['Sở, ban, ngành', 'Sở Nội vụ', 'Sở Tài chính'],
      core: { text: true, slips: ['KH1001'] },
    });
  });
});
