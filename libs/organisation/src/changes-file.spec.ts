import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#engine';
import { dissolved, founded, moved, renamed } from '#testing';
import { readOrganisationChanges, toOrganisationChanges } from './changes-file.js';
import { foldOrganisation } from './history.js';

const DAY = '2025-07-01' as LocalDate;
const history = foldOrganisation([
  founded('old', { tier: 'province' }),
  founded('old.a', { superior: 'old' }),
  founded('old.b', { superior: 'old' }),
]);
const events = [
  founded('new', { tier: 'province', from: DAY }),
  renamed('old.a', 'UBND xã Mới', DAY),
  moved('old.a', 'new', DAY),
  moved('old.b', 'new', '2025-07-02'),
  dissolved('old', '2025-07-02', 'new'),
];

describe('A file of changes', () => {
  it('reads back what was written, a change’s own day before that of the file', () => {
    const file = toOrganisationChanges(DAY, events, 'NQ 202/2025/QH15');
    expect(file.move).toEqual([
      { id: 'old.a', superior: 'new' },
      { id: 'old.b', superior: 'new', from: '2025-07-02' },
    ]);
    expect(readOrganisationChanges(JSON.parse(JSON.stringify(file)), history)).toEqual({ ok: true, events });
  });

  it.each<[string, unknown, readonly [code: string, path: string]]>([
    ['no file at all', [], ['data.wrong-type', '']],
    ['no day', { rename: [] }, ['data.missing', '']],
    ['nothing to change', { from: DAY }, ['organisation.empty', '']],
    ['a property that it does not know', { from: DAY, merge: [] }, ['data.unknown-property', '/merge']],
    ['a unit that nobody knows', { from: DAY, dissolve: [{ id: 'nobody' }] }, ['organisation.unknown-unit', '/dissolve/0/id']],
    [
      'a day before the unit',
      { from: '2020-01-01', rename: [{ id: 'old', name: 'UBND' }] },
      ['organisation.outside-life', '/rename/0/from'],
    ],
    ['an id that is none', { from: DAY, move: [{ id: 'old.a', superior: 'a b' }] }, ['organisation.bad-id', '/move/0/superior']],
  ])('says what is wrong with %s, and where', (_, json, found) => {
    const read = readOrganisationChanges(json, history);
    expect(read.ok ? [] : read.problems.map((problem) => [problem.code, problem.path])).toContainEqual(found);
  });
});
