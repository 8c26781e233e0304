import { checkExplanation } from '#application';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fromHouse } from '../src/house.js';
import { terminalOf } from '../src/terminal.js';
import { readTyped } from '../src/typed.js';
import { VERBS } from '../src/verbs.js';

const PAGES = ['docs/explanation/why.md', 'docs/explanation/why.vi.md', 'docs/tutorials/audit.md', 'docs/tutorials/audit.vi.md'];

/** Runs a line as it would be typed, in this process. */
async function run(line: string): Promise<{ readonly status: number; readonly output: string }> {
  const words = (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
  const verb = VERBS.find(({ name }) => name === words.slice(0, 2).join(' '))!;
  const args = words.slice(2).map((word) => (word.startsWith('examples/') ? fromHouse(word) : word));
  const language = args.includes('en') ? 'en' : 'vi';
  const printed: string[] = [];
  const stdout = { write: (text: string) => printed.push(text) };
  const terminal = terminalOf({ environment: {}, stdout, stderr: stdout }, language);
  const status = await (await verb.load())(readTyped(args, verb), terminal);
  return { status, output: printed.join('') };
}

/** Commands that a page names in its text, with the output that it shows below. */
const shown = (page: string): readonly (readonly [string, string])[] =>
  [...readFileSync(fromHouse(page), 'utf8').matchAll(/^`npm run -s thac -- (audit why[^`]*)`\n\n```text\n([\s\S]*?)```/gm)].map(
    ([, line = '', text = '']) => [line, text] as const,
  );

/** A line `…` stands for any number of lines. */
const patternOf = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '…' ? '[\\s\\S]*?' : RegExp.escape(line)))
      .join('\\n')}\\s*$`,
  );

describe('thac audit why', () => {
  it.each(PAGES.flatMap((page) => shown(page).map(([line, text]) => [page, line, text] as const)))(
    'prints what %s shows: %s',
    async (_, line, text) => {
      const { status, output } = await run(line);
      expect(output).toMatch(patternOf(text));
      expect(status).toBe(0);
    },
  );

  it('shows the same in both languages', () => {
    const counts = PAGES.map((page) => shown(page).length);
    expect(counts).toEqual([1, 1, 3, 3]);
  });

  const ASKED = '1871/KH-UBND vn-58.589 7 --folder examples/ninh-thuan-2020';

  it('prints data that bears itself out, and exits with 1 where what is asked about is not so', async () => {
    const why = await run(`audit why ${ASKED} --step after-5wd --json`);
    const answer = JSON.parse(why.output);
    expect([why.status, answer.holds, answer.asked.negated]).toEqual([1, false, false]);
    expect(checkExplanation(answer)).toEqual([]);
    const whyNot = await run(`audit why-not ${ASKED} --step after-5wd --json`);
    expect([whyNot.status, JSON.parse(whyNot.output).answer]).toEqual([0, answer.answer]);
  });

  it.each([
    [`audit why ${ASKED} --due --late`, 'cli.usage'],
    [`audit why ${ASKED} --at yesterday`, 'cli.usage'],
    [`audit why-not ${ASKED} --step after-5wd --generation two`, 'cli.usage'],
    ['audit why 1871/KH-UBND vn-58.589 --due --folder examples/ninh-thuan-2020', 'cli.usage'],
    ['audit why 9/KH-UBND vn-58.589 7 --folder examples/ninh-thuan-2020', 'cli.usage'],
    ['audit why 1871/KH-UBND "UBND huyện Bảo Thắng" 7 --folder examples/ninh-thuan-2020', 'not-found'],
  ])('refuses %s', async (line, code) => {
    await expect(run(line)).rejects.toMatchObject({ code, what: { vi: expect.any(String), en: expect.any(String) } });
  });
});
