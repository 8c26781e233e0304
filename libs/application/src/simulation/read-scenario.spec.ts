import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readScenario } from './read-scenario.js';

const scenario = (changes: object = {}): unknown => ({
  title: { vi: 'Thử', en: 'A try' },
  seed: 's',
  organisation: 'organisation.json',
  rules: ['a.thac'],
  habits: [{ who: { tier: 'commune' }, receive: [0, 2], submit: { onTime: 0.9, late: 0.1 } }],
  actions: [{ at: '2022-06-30', do: 'issue', rules: 'a.thac' }],
  ...changes,
});

const action = (fields: object): unknown => scenario({ actions: [{ at: '2022-06-30', do: 'issue', rules: 'a.thac' }, fields] });

const problemsOf = (json: unknown): readonly (readonly [string, string])[] => {
  const read = readScenario(json);
  return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
};

describe('A scenario that reads', () => {
  it('fills in what may be left out', () => {
    const read = readScenario(scenario());
    expect(read).toMatchObject({
      ok: true,
      scenario: {
        calendar: null,
        habits: [
          {
            who: { tier: 'commune', kind: null, within: null, units: null },
            what: null,
            start: null,
            submit: { onTime: 0.9, late: 0.1, early: [0, 0], lateBy: [1, 15], count: 'days' },
          },
        ],
        actions: [{ at: '2022-06-30T08:00:00+07:00', do: 'issue', rules: 'a.thac' }],
      },
    });
  });

  it('counts in hours where it says so', () => {
    const who = { tier: 'commune' };
    const read = readScenario(
      scenario({ habits: [{ who, report: { onTime: 0.5, late: 0.5, lateBy: [2, 20], count: 'hours' } }] }),
    );
    expect(read).toMatchObject({ scenario: { habits: [{ report: { lateBy: [2, 20], count: 'hours' } }] } });
    expect(problemsOf(scenario({ habits: [{ who, report: { onTime: 1, late: 0, count: 'minutes' } }] }))).toEqual([
      ['scenario.unknown-word', '/habits/0/report/count'],
    ]);
  });

  it('takes instants of any offset as Vietnamese time', () => {
    const read = readScenario(scenario({ actions: [{ at: '2022-06-30T02:00:00Z', do: 'issue', rules: 'a.thac' }] }));
    expect(read).toMatchObject({ scenario: { actions: [{ at: '2022-06-30T09:00:00+07:00' }] } });
  });
});

describe('A scenario that does not read', () => {
  it.each([
    ['nothing at all', null, 'scenario.wrong-type', ''],
    ['a missing property', scenario({ seed: undefined }), 'scenario.missing', ''],
    ['a property that there is not', scenario({ seeds: 1 }), 'scenario.unknown-property', '/seeds'],
    ['a file elsewhere', scenario({ organisation: '../../etc/passwd' }), 'scenario.file-name', '/organisation'],
    ['an absolute file', scenario({ rules: ['/a.thac'] }), 'scenario.file-name', '/rules/0'],
    ['no issue', scenario({ actions: [] }), 'scenario.no-plan', '/actions'],
    [
      'a file that is not listed',
      action({ at: '2022-07-01', do: 'issue', rules: 'b.thac' }),
      'scenario.unknown-file',
      '/actions/1/rules',
    ],
    [
      'a deed that there is not',
      action({ at: '2022-07-01', do: 'isue', rules: 'a.thac' }),
      'scenario.unknown-word',
      '/actions/1/do',
    ],
    ['a day that there is not', action({ at: '2022-02-30', do: 'receive', unit: 'u' }), 'scenario.bad-instant', '/actions/1/at'],
    ['actions out of order', action({ at: '2022-06-29', do: 'receive', unit: 'u' }), 'scenario.out-of-order', '/actions/1/at'],
    [
      'a return without a reason',
      action({ at: '2022-07-01', do: 'return', unit: 'u', item: '1' }),
      'scenario.missing',
      '/actions/1',
    ],
    [
      'an extension to a day that there is not',
      action({
        at: '2022-07-01',
        do: 'extend',
        unit: 'u',
        item: '1',
        to: '2022-13-01',
        document: { number: '1', date: '2022-07-01', issuer: 'v' },
      }),
      'scenario.bad-date',
      '/actions/1/to',
    ],
    ['nobody to issue a draft', action({ at: '2022-07-01', do: 'issue-draft', number: '1' }), 'scenario.missing', '/actions/1'],
    [
      'a tier that there is not',
      scenario({ habits: [{ who: { tier: 'ward' } }] }),
      'scenario.unknown-word',
      '/habits/0/who/tier',
    ],
    [
      'a share above one',
      scenario({ habits: [{ who: {}, submit: { onTime: 2, late: 0 } }] }),
      'scenario.bad-number',
      '/habits/0/submit/onTime',
    ],
    [
      'shares above one',
      scenario({ habits: [{ who: {}, submit: { onTime: 0.8, late: 0.3 } }] }),
      'scenario.shares-above-one',
      '/habits/0/submit',
    ],
    ['a range upside down', scenario({ habits: [{ who: {}, receive: [3, 1] }] }), 'scenario.bad-range', '/habits/0/receive'],
    ['a range of fractions', scenario({ habits: [{ who: {}, receive: [0.5, 1] }] }), 'scenario.wrong-type', '/habits/0/receive'],
  ])('says what is wrong with %s', (_, json, code, path) => {
    expect(problemsOf(JSON.parse(JSON.stringify(json)))).toContainEqual([code, path]);
  });

  it('says everything at once, in both languages, each with a way to mend it', () => {
    const read = readScenario({ ...(scenario() as object), seed: 1, habits: {}, extra: true });
    const problems = read.ok ? [] : read.problems;
    expect(problems.map(({ path }) => path)).toEqual(['/extra', '/seed', '/habits']);
    for (const { what, mend } of problems)
      for (const text of [what.vi, what.en, mend.vi, mend.en]) expect(text).toMatch(/^[^{}]+$/u);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('habits', 'actions', 'rules', 'title'), (value, name) => {
        const read = readScenario(scenario({ [name]: value }));
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
    );
  });
});
