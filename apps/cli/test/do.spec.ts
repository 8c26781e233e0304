import { describe, expect, it } from '@jest/globals';
import { SCENARIO_DEEDS } from '#workflow';
import { readChanges } from '../src/do/changes.js';
import { bodyOf } from '../src/do/body.js';
import { DEEDS, type DeedName } from '../src/do/deeds.js';
import { DO_VERB } from '../src/do/verb.js';
import { main } from '../src/main.js';
import { readTyped } from '../src/typed.js';

const PLAN = ['--plan', '239-KH-UBND_2022-06-30_vn-10'];
const typed = (...args: readonly string[]) => readTyped([...args, ...PLAN], DO_VERB);
const body = (name: DeedName, ...args: readonly string[]) => bodyOf(DEEDS[name], typed(name, ...args));

/** What a command says on standard error, and its exit code. */
async function told(...args: readonly string[]): Promise<readonly [code: number, text: string]> {
  let text = '';
  const stderr = { write: (more: string) => (text += more) };
  const code = await main(['do', ...args], { environment: { LANG: 'en' }, stdout: { write: () => true }, stderr });
  return [code, text];
}

describe('thac do', () => {
  it('knows every deed of scenarios that is done to what is running', () => {
    const without: readonly string[] = ['issue', 'issue-draft', 'calendar', 'reorganise'];
    expect(Object.keys(DEEDS)).toEqual(expect.arrayContaining(SCENARIO_DEEDS.filter((name) => !without.includes(name))));
  });

  it('lets the issuer of a document act, else the unit, unless another is named', () => {
    const document = { number: '512/UBND-NC', date: '2022-09-20', issuer: 'vn-10' };
    expect(body('extend', '--unit', 'u', '--to', '2022-10-15', '--document', '512/UBND-NC, 2022-09-20, vn-10')).toEqual({
      actor: 'vn-10',
      to: '2022-10-15',
      document,
    });
    expect(body('submit', '--unit', 'u', '--note', 'xong')).toEqual({ actor: 'u', note: 'xong' });
    expect(body('request-extension', '--unit', 'u', '--to', '2022-10-15', '--reason', 'chờ')).toEqual({
      actor: 'u',
      to: '2022-10-15',
      reason: 'chờ',
    });
    expect(() => body('refuse-report-extension', '--unit', 'u', '--reason', 'x')).toThrow('Who acts?');
    expect(() => body('request-report', '--unit', 'u', '--title', 'Thiệt hại', '--due', '2022-10-05')).toThrow('Who acts?');
    expect(body('receive', '--unit', 'u', '--actor', 'v')).toEqual({ actor: 'v' });
  });

  it('reads changes of a plan and lists of units', () => {
    expect(readChanges('extend 4.6 2022-10-15; suspend 4.1 2022-08-01;suspend 4.2 2022-08-01 2022-08-15; withdraw 5.2')).toEqual([
      { kind: 'extend', task: '4.6', until: '2022-10-15' },
      { kind: 'suspend', task: '4.1', from: '2022-08-01' },
      { kind: 'suspend', task: '4.2', from: '2022-08-01', until: '2022-08-15' },
      { kind: 'withdraw', task: '5.2' },
    ]);
    const declared = [
      '--event',
      'Luật có hiệu lực',
      '--on',
      '2022-09-01',
      '--units',
      'a, b',
      '--document',
      '1/TB, 2022-09-01, c',
    ];
    expect(body('declare', ...declared)).toMatchObject({ actor: 'c', units: ['a', 'b'], on: '2022-09-01' });
  });

  it.each([
    [['extnd'], /There is no deed “extnd”[\s\S]+“extend”/],
    [['extend', ...PLAN, '--unit', 'u'], /The deed extend needs --item/],
    [['submit', ...PLAN, '--unit', 'u', '--item', '1', '--reason', 'x'], /submit takes no --reason/],
    [['accept', ...PLAN, '--unit', 'u', '--item', '1'], /needs --actor/],
    [
      ['withdraw', ...PLAN, '--unit', 'u', '--item', '1', '--reason', 'x', '--document', '512'],
      /--document: “512” cannot be read/,
    ],
    [['amend', ...PLAN, '--changes', 'extend 4.6', '--document', '1, 2022-09-01, c'], /--changes: “extend 4.6” cannot be read/],
    [
      ['resume', ...PLAN, '--unit', 'u', '--item', '1', '--on', '2022-02-30', '--document', '1, 2022-09-01, c'],
      /no date “2022-02-30”/,
    ],
  ])('tells how to mend %j', async (args, said) => {
    const [code, text] = await told(...args);
    expect([code, text]).toEqual([2, expect.stringMatching(said)]);
  });
});
