import { describe, expect, it } from '@jest/globals';
import { DataFileInvalid, FileUnreadable } from '#contracts';
import { RulesFileInvalid } from './check-rules.js';
import { changed, loadExample, type Json } from './example.fixture.js';
import { ScenarioInvalid } from './problems.js';

/** How many of the example's actions stand before those that a test adds. */
const BEGUN = 16;

const problemsOf = async (change: (scenario: Json) => void): Promise<readonly (readonly [string, string, string])[]> => {
  const begun = changed((scenario) => {
    scenario.actions.splice(BEGUN);
    change(scenario);
  });
  const error: unknown = await loadExample({ 'scenario.json': begun }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ScenarioInvalid)) throw new Error(`not refused: ${String(error)}`);
  return error.problems.map(({ code, path, mend }) => [code, path, mend.en]);
};

const last = { at: '2022-12-01', do: 'start' };

describe('A scenario held against its organisation and rules', () => {
  it('fits as it is', async () => {
    const { top, begins, hash, texts } = await loadExample();
    expect([top, begins, [...texts.keys()]]).toEqual(['vn-10', '2022-06-30', ['239-kh-ubnd.thac', 'bao-thang-kh-ubnd.thac']]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has another hash when anything it is made from changes', async () => {
    const hashes = await Promise.all([
      loadExample(),
      loadExample({ 'scenario.json': changed((scenario) => (scenario.seed = 'other')) }),
      loadExample({ '239-kh-ubnd.thac': (text) => `${text}\n// hết` }),
      loadExample({ 'organisation.json': (text) => text.replace('UBND xã Gia Phú', 'UBND xã Gia Phú Mới') }),
    ]);
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(4);
  });

  it('is refused where an action names an unknown unit, and suggests one', async () => {
    expect(await problemsOf(({ actions }) => actions.push({ ...last, unit: 'vn-10.99', item: '4.6' }))).toContainEqual([
      'scenario.unknown-unit',
      '/actions/16/unit',
      'Mend the id: did you mean “vn-10.089”?',
    ]);
  });

  it('is refused where a habit, an acting unit or the issuer of a document is unknown', async () => {
    const problems = await problemsOf(({ habits, actions }) => {
      habits.push({ who: { units: ['nobody'], within: 'nowhere' } });
      actions.push({ at: '2022-12-01', do: 'accept', unit: 'vn-10.083', item: '5.2', by: 'no-one' });
      const document = { number: '1', date: '2022-12-01', issuer: 'none' };
      actions.push({ at: '2022-12-02', do: 'extend', unit: 'vn-10.083', item: '5.2', to: '2022-12-31', document });
    });
    expect(problems.map(([code, path]) => [code, path])).toEqual([
      ['scenario.unknown-unit', '/actions/16/by'],
      ['scenario.unknown-unit', '/actions/17/document/issuer'],
      ['scenario.unknown-unit', '/habits/10/who/units/0'],
      ['scenario.unknown-unit', '/habits/10/who/within'],
    ]);
  });

  it('is refused where a task or a report does not exist, or is not that unit’s', async () => {
    const problems = await problemsOf(({ actions }) => {
      actions.push({ ...last, unit: 'vn-10.083', item: '9.9' });
      actions.push({ ...last, unit: 'vn-10.083', item: '1.2' });
      actions.push({ at: '2022-12-01', do: 'submit-report', unit: 'vn-10.083', report: '2@2022-9M', content: 'x' });
      actions.push({ at: '2022-12-01', do: 'submit-report', unit: 'vn-10.cong-an', report: '1@2022-9M', content: 'x' });
    });
    expect(problems.map(([code, path]) => [code, path])).toEqual([
      ['scenario.unknown-task', '/actions/16/item'],
      ['scenario.not-held', '/actions/17/item'],
      ['scenario.unknown-report', '/actions/18/report'],
      ['scenario.not-held', '/actions/19/report'],
    ]);
  });

  it('may name the explanation of what a unit holds, and of nothing else', async () => {
    const problems = await problemsOf(({ actions }) => {
      actions.push({ ...last, unit: 'vn-10.083', item: 'explain:item 5.2#1' });
      actions.push({ ...last, unit: 'vn-10.086.02914', item: 'explain:duty 126/KH-UBND:1#1' });
      actions.push({ ...last, unit: 'vn-10.083', item: 'explain:item 1.2#1' });
    });
    expect(problems.map(([code, path]) => [code, path])).toEqual([['scenario.unknown-task', '/actions/18/item']]);
  });

  it('is refused where a plan is issued before its date, or nobody issues a draft', async () => {
    const problems = await problemsOf(({ actions }) => {
      actions.unshift({ at: '2022-06-29', do: 'issue', rules: '239-kh-ubnd.thac' });
      const each = { kind: 'police', tier: 'commune' };
      actions.push({ at: '2022-12-01', do: 'issue-draft', each, below: 'vn-10', number: '1' });
    });
    expect(problems.map(([code, path]) => [code, path])).toEqual([
      ['scenario.before-plan', '/actions/0/at'],
      ['scenario.nobody', '/actions/17/each'],
    ]);
  });

  it('passes on what is wrong with its files, each by its own name', async () => {
    await expect(loadExample({ 'scenario.json': () => '{' })).rejects.toThrow(FileUnreadable);
    await expect(
      loadExample({ 'organisation.json': (text) => text.replace('"superior":"vn-10.086"', '"superior":"vn-10.999"') }),
    ).rejects.toThrow(DataFileInvalid);
    const error: unknown = await loadExample({ 'bao-thang-kh-ubnd.thac': (text) => text.replace('3.5', '3.9') }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(RulesFileInvalid);
    expect(error).toMatchObject({ file: 'bao-thang-kh-ubnd.thac', code: 'rules.invalid' });
  });
});
