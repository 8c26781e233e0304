import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandsOf, isRunElsewhere, patternOf, run, THAC, walkthroughs, type Ran } from './command.js';
import { blocksOf, documents, linksOf, ROOT, type Block } from './markdown.js';

const LANGUAGES = new Set(['sh', 'text', 'thac', 'json']);
/** The pages of the diagnostics show texts that are wrong on purpose; dsl/test/reference/diagnostic-pages.spec.ts checks each of them. */
const isExampleOfCode = ({ file, note }: Block): boolean =>
  file.startsWith('docs/reference/diagnostics/') && ['bad', 'good', 'parent'].includes(note);
const HEADER = 'kế hoạch "1/KH-UBND" ban hành ngày 03/01/2022 của [UBND tỉnh Lào Cai]\n  tên: "Thử"\n\n';
const followed = new Set(walkthroughs());
const all = documents().flatMap(blocksOf);
/** Blocks that stand on their own; a walkthrough is followed as a whole, in its own spec. */
const single = all.filter(({ file }) => !followed.has(file));
const at = ({ file, line }: Block): string => `${file}:${line}`;

/** Verbs that change nothing: what several documents show is run once. */
const READS = /^(?:check|deadline|explain|help|plan|simulate) /;
const ran = new Map<string, Ran>();

async function runOnce(command: string): Promise<Ran> {
  const known = ran.get(command);
  if (known) return known;
  const result = await run(command);
  if (READS.test(command.slice(THAC.length))) ran.set(command, result);
  return result;
}

describe('Every block of the documentation', () => {
  it('is in a language that this spec runs', () => {
    expect(all.filter(({ language }) => !LANGUAGES.has(language)).map(at)).toEqual([]);
  });

  const shells = single.filter(({ language }) => language === 'sh');
  it.each(shells.map((block) => [at(block), block] as const))(
    '%s runs, and prints what the next block shows',
    async (_, block) => {
      const next = all[all.indexOf(block) + 1];
      let printed = '';
      for (const { command, exit } of commandsOf(block)) {
        if (isRunElsewhere(command)) continue;
        expect(command).toMatch(new RegExp(`^${THAC}`));
        const { status, output } = await runOnce(command);
        expect({ command, status, output: status === exit ? '' : output }).toEqual({ command, status: exit, output: '' });
        printed += output;
      }
      if (next?.file === block.file && next.language === 'text' && printed !== '')
        expect(printed.trim()).toMatch(patternOf(next.text));
    },
  );

  const rules = single.filter((block) => block.language === 'thac' && !isExampleOfCode(block));
  it('checks without errors where it is rules', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'thac-docs-'));
    const files = rules.map((block) => path.join(folder, `${at(block).replaceAll(/[/:]/g, '-')}.thac`));
    rules.forEach(({ note, text }, index) => writeFileSync(files[index] ?? '', note === 'fragment' ? HEADER + text : text));
    const { output } = await run(`${THAC}check ${files.join(' ')} --organisation examples/lao-cai-2022/organisation.json --json`);
    const checked = (JSON.parse(output) as { files: readonly { diagnostics: readonly { severity: string }[] }[] }).files;
    expect(checked.length).toBe(rules.length);
    const errors = checked.map(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'error'));
    expect(rules.flatMap((block, index) => (errors[index]?.length ? [[at(block), errors[index]]] : []))).toEqual([]);
  });

  it('is valid JSON where it says so', () => {
    for (const { text } of all.filter(({ language }) => language === 'json')) expect(() => JSON.parse(text)).not.toThrow();
  });
});

describe('Every link of the documentation', () => {
  it.each(documents())('%s leads somewhere', (file) => {
    const missing = linksOf(file).filter((target) => !existsSync(path.join(ROOT, path.dirname(file), target)));
    expect(missing).toEqual([]);
  });
});

describe('The two readmes', () => {
  it('show the same blocks', () => {
    const commands = (file: string) =>
      blocksOf(file)
        .filter(({ language }) => language === 'sh')
        .map(({ text }) => text);
    expect(commands('README.vi.md')).toEqual(commands('README.md'));
  });

  it('name the two commands', () => {
    for (const file of ['README.md', 'README.vi.md']) {
      const text = readFileSync(path.join(ROOT, file), 'utf8');
      expect(text).toContain('npm ci && npm start');
      expect(text).toContain('npm cit');
    }
  });
});
