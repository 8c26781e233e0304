import { checkExplanation } from '#workflow';
import { describe, expect, it } from '@jest/globals';
import { fromHouse } from '../src/house.js';
import { terminalOf } from '../src/terminal.js';
import { readTyped } from '../src/typed.js';
import { VERBS } from '../src/verbs.js';

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

describe('thac audit why', () => {
  const ASKED = '1871/KH-UBND vn-58.589 7 --folder examples/ninh-thuan-2020';

  it('prints data that bears itself out, and exits with 1 where what is asked about is not so', async () => {
    const why = await run(`audit why ${ASKED} --step after-5wd --json`);
    const answer = JSON.parse(why.output);
    expect([why.status, answer.holds, answer.asked.negated]).toEqual([1, false, false]);
    expect(checkExplanation(answer)).toEqual([]);
    const whyNot = await run(`audit why-not ${ASKED} --step after-5wd --language en`);
    expect([whyNot.status, whyNot.output.split('\n')[1]]).toEqual([0, 'It is not, because:']);
  });

  it.each([
    [`audit why ${ASKED} --due --late`, 'cli.usage'],
    [`audit why ${ASKED} --at yesterday`, 'cli.usage'],
    [`audit why-not ${ASKED} --step after-5wd --generation two`, 'cli.usage'],
    ['audit why 1871/KH-UBND vn-58.589 --due --folder examples/ninh-thuan-2020', 'cli.usage'],
    ['audit why 9/KH-UBND vn-58.589 7 --folder examples/ninh-thuan-2020', 'cli.usage'],
  ])('refuses %s', async (line, code) => {
    await expect(run(line)).rejects.toMatchObject({ code, what: { vi: expect.any(String), en: expect.any(String) } });
  });
});
