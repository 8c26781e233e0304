import { afterAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { commandsOf, patternOf, run, stepOf, walkthroughs, type Reader } from './command.js';
import { blocksOf, ROOT, type Block } from './markdown.js';

/** The folder of a reader who follows one document: as the project's own, as far as documents name it. */
function readerOf(file: string): Reader {
  const folder = mkdtempSync(path.join(tmpdir(), 'thac-walk-'));
  symlinkSync(path.join(ROOT, 'examples'), path.join(folder, 'examples'));
  return { folder, locale: file.endsWith('.vi.md') ? 'vi_VN.UTF-8' : 'en_GB.UTF-8' };
}

/** The paragraph that begins with the same line gives way to the new one. */
function changed(text: string, paragraph: string): string {
  const [head] = paragraph.split('\n');
  const paragraphs = text.trimEnd().split('\n\n');
  const at = paragraphs.findIndex((each) => each.split('\n')[0] === head);
  expect({ head, found: at >= 0 }).toEqual({ head, found: true });
  return `${paragraphs.with(at, paragraph).join('\n\n')}\n`;
}

function take(block: Block, { folder }: Reader): void {
  const { act, file } = stepOf(block) ?? { act: 'new', file: '' };
  const place = path.join(folder, file);
  if (act === 'new') writeFileSync(place, `${block.text}\n`);
  else if (act === 'add') appendFileSync(place, `${block.text}\n`);
  else writeFileSync(place, changed(readFileSync(place, 'utf8'), block.text));
}

describe('Whoever follows', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it.each(walkthroughs())(
    '%s from the first block to the last sees what it shows',
    async (file) => {
      const reader = readerOf(file);
      folders.push(reader.folder);
      const blocks = blocksOf(file);
      let printed = '';
      for (const block of blocks) {
        if (stepOf(block)) take(block, reader);
        else if (block.language === 'text') expect(printed.trim()).toMatch(patternOf(block.text));
        else if (block.language === 'sh') {
          printed = '';
          for (const { command, exit } of commandsOf(block)) {
            const { status, output } = await run(command, reader);
            expect({ line: block.line, command, status, output: status === exit ? '' : output }).toEqual({
              line: block.line,
              command,
              status: exit,
              output: '',
            });
            printed += output;
          }
        }
      }
      expect(blocks.filter((block) => block.language === 'sh').length).toBeGreaterThan(3);
    },
    240_000,
  );

  it('the first plan meets the same steps in both languages', () => {
    const shape = (file: string): readonly string[] =>
      blocksOf(file).map((block) => [block.language, stepOf(block)?.act ?? ''].join(' ').trim());
    expect(shape('docs/how-to/first-plan.vi.md')).toEqual(shape('docs/how-to/first-plan.md'));
    expect(walkthroughs()).toEqual(expect.arrayContaining(['docs/how-to/first-plan.md', 'docs/how-to/first-plan.vi.md']));
  });
});
