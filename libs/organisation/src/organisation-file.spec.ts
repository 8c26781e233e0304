import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dissolved, founded } from '#testing';
import { readOrganisationFile, toOrganisationFile } from './organisation-file.js';

const TOP = { id: 'p', name: 'UBND tỉnh', tier: 'province', kind: 'peoples-committee', superior: null };
const COMMUNE = { id: 'p.1', name: 'UBND xã Một', tier: 'commune', kind: 'peoples-committee', superior: 'p' };
const file = (...units: readonly unknown[]) => ({ organisation: 'Tỉnh', from: '2021-01-01', units });

const told = (json: unknown) => {
  const read = readOrganisationFile(json);
  return read.ok ? [] : read.problems.map(({ code, path }) => [code, path]);
};

describe('A sound organisation file', () => {
  it('gives the events that found and dissolve its units', () => {
    const json = file(
      { ...TOP, aliases: ['Ủy ban nhân dân tỉnh'], localName: 'UBND' },
      { ...COMMUNE, from: '2021-06-01', to: '2025-07-01', successors: ['p.2'] },
      { ...COMMUNE, id: 'p.2', name: 'UBND xã Hai', from: '2025-07-01' },
    );
    expect(readOrganisationFile(json)).toEqual({
      ok: true,
      organisation: 'Tỉnh',
      events: [
        founded('p', { name: 'UBND tỉnh', aliases: ['Ủy ban nhân dân tỉnh'], localName: 'UBND', tier: 'province' }),
        founded('p.1', { name: 'UBND xã Một', superior: 'p', from: '2021-06-01' }),
        dissolved('p.1', '2025-07-01', 'p.2'),
        founded('p.2', { name: 'UBND xã Hai', superior: 'p', from: '2025-07-01' }),
      ],
    });
  });

  it('comes back from what it was read as', () => {
    const json = {
      organisation: 'Tỉnh',
      from: '2021-01-01',
      source: 'a list',
      units: [
        { ...TOP, aliases: ['UBND'] },
        { ...COMMUNE, localName: 'Xã', from: '2021-06-01', to: '2025-07-01', successors: ['p'] },
        { ...COMMUNE, id: 'p.2', name: 'UBND xã Hai', to: '2025-07-01' },
      ],
    };
    const read = readOrganisationFile(json);
    if (!read.ok) throw new Error('unreadable');
    const { units: _, ...header } = json;
    expect(toOrganisationFile(header, read.events)).toEqual(json);
  });
});

describe('An organisation file with a problem says where', () => {
  it.each<[string, unknown, ...(readonly [string, string])]>([
    ['no object', [], 'data.wrong-type', ''],
    ['nothing', null, 'data.wrong-type', ''],
    ['no JSON at all', undefined, 'data.wrong-type', ''],
    ['no name of its own', { from: '2021-01-01', units: [TOP] }, 'data.missing', ''],
    ['no first day', { organisation: 'Tỉnh', units: [TOP] }, 'data.missing', ''],
    ['no units', { organisation: 'Tỉnh', from: '2021-01-01' }, 'data.missing', ''],
    ['an empty list of units', file(), 'organisation.empty', '/units'],
    ['units that are no list', { ...file(), units: {} }, 'data.wrong-type', '/units'],
    ['a unit that is no object', file('p'), 'data.wrong-type', '/units/0'],
    ['a misspelt property', file({ ...TOP, 'alias/es': [] }), 'data.unknown-property', '/units/0/alias~1es'],
    [
      'a property of the prototype',
      JSON.parse(JSON.stringify(file(TOP)).replace('"id"', '"__proto__":1,"id"')),
      'data.unknown-property',
      '/units/0/__proto__',
    ],
    ['a first day that does not exist', { ...file(TOP), from: '2021-02-30' }, 'data.no-such-date', '/from'],
    ['a unit’s day that does not exist', file({ ...TOP, from: '2021-13-01' }), 'data.no-such-date', '/units/0/from'],
    ['a day in another form', file({ ...TOP, to: '30/6/2022' }), 'data.no-such-date', '/units/0/to'],
    ['a day that is a number', file({ ...TOP, to: 2022 }), 'data.wrong-type', '/units/0/to'],
    ['a name that is a number', file({ ...TOP, name: 1 }), 'data.wrong-type', '/units/0/name'],
    ['an empty name', file({ ...TOP, name: ' ' }), 'data.bad-text', '/units/0/name'],
    ['a name of two lines', file({ ...TOP, name: 'UBND\ntỉnh' }), 'data.bad-text', '/units/0/name'],
    ['a name in brackets', file({ ...TOP, name: 'UBND [tỉnh]' }), 'data.bad-text', '/units/0/name'],
    ['a name of 301 characters', file({ ...TOP, name: 'x'.repeat(301) }), 'data.bad-text', '/units/0/name'],
    ['an alias that is null', file({ ...TOP, aliases: ['A', null] }), 'data.wrong-type', '/units/0/aliases/1'],
    [
      'too many aliases',
      file({ ...TOP, aliases: Array.from({ length: 51 }, (_, n) => `A${n}`) }),
      'data.too-large',
      '/units/0/aliases',
    ],
    ['an id with spaces', file({ ...TOP, id: 'vn 10' }), 'organisation.bad-id', '/units/0/id'],
    ['an id with marks', file({ ...TOP, id: 'lào-cai' }), 'organisation.bad-id', '/units/0/id'],
    ['an id that climbs', file({ ...TOP, id: '../p' }), 'organisation.bad-id', '/units/0/id'],
    ['an unknown tier', file({ ...TOP, tier: 'region' }), 'organisation.unknown-tier', '/units/0/tier'],
    ['an unknown kind', file({ ...TOP, kind: 'toString' }), 'organisation.unknown-kind', '/units/0/kind'],
    ['no superior', file({ ...TOP, superior: undefined, id: 'p' }), 'data.wrong-type', '/units/0/superior'],
    [
      'a successor without an end',
      file(TOP, { ...COMMUNE, successors: ['p'] }),
      'organisation.successor-without-end',
      '/units/1/successors',
    ],
    ['an id used twice', file(TOP, { ...TOP, name: 'Other' }), 'organisation.duplicate-id', '/units/1/id'],
    ['an unknown superior', file({ ...TOP, superior: 'q' }), 'organisation.unknown-superior', '/units/0/superior'],
    ['a loop', file({ ...TOP, superior: 'p' }), 'organisation.loop', '/units/0/superior'],
    ['an end before the beginning', file({ ...TOP, to: '2020-01-01' }), 'organisation.empty-life', '/units/0/to'],
    [
      'a superior that ends first',
      file({ ...TOP, to: '2025-07-01' }, COMMUNE),
      'organisation.superior-not-valid',
      '/units/1/superior',
    ],
    ['a name used twice', file(TOP, COMMUNE, { ...COMMUNE, id: 'p.2' }), 'organisation.duplicate-name', '/units/2/name'],
    [
      'a successor that is not there',
      file(TOP, { ...COMMUNE, to: '2025-07-01', successors: ['q'] }),
      'organisation.successor-not-valid',
      '/units/1/successors',
    ],
    ['too many units', { ...file(), units: Array.from({ length: 100_001 }, () => TOP) }, 'data.too-large', '/units'],
  ])('%s', (_, json, ...problem) => {
    expect(told(json)).toEqual([problem]);
  });

  it('tells all problems at once', () => {
    const json = { from: 'today', units: [{ ...TOP, tier: 'x', kind: 'y' }, 7, { ...COMMUNE, id: '?', superior: 1 }] };
    expect(told(json)).toEqual([
      ['data.missing', ''],
      ['data.no-such-date', '/from'],
      ['organisation.unknown-tier', '/units/0/tier'],
      ['organisation.unknown-kind', '/units/0/kind'],
      ['data.wrong-type', '/units/1'],
      ['organisation.bad-id', '/units/2/id'],
      ['data.wrong-type', '/units/2/superior'],
    ]);
  });

  it('says in both languages what it wants', () => {
    expect(readOrganisationFile({ ...file(TOP), from: 2021 })).toEqual({
      ok: false,
      problems: [
        {
          code: 'data.wrong-type',
          path: '/from',
          message: { vi: 'Cần một ngày "YYYY-MM-DD", nhưng lại là một số.', en: 'Expected a date "YYYY-MM-DD", found a number.' },
          mend: { vi: 'Viết lại thành một ngày "YYYY-MM-DD".', en: 'Write a date "YYYY-MM-DD" here.' },
        },
      ],
    });
  });

  it('never throws, whatever the JSON', () => {
    const anyValue = fc.oneof(fc.jsonValue(), fc.anything(), fc.constantFrom('p', 'p.1', 'commune', 'chair', '2021-01-01'));
    const anyUnit = fc.record(
      Object.fromEntries(
        [...Object.keys(COMMUNE), 'from', 'to', 'successors', 'aliases', 'localName'].map((key) => [key, anyValue]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyValue, fc.array(anyUnit), (json, units) => {
        readOrganisationFile(json);
        readOrganisationFile(file(TOP, COMMUNE, ...units.map((unit) => ({ ...COMMUNE, ...unit }))));
      }),
    );
  });
});
