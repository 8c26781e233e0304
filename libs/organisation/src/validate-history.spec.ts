import { describe, expect, it } from '@jest/globals';
import type { OrganisationEvent, UnitId } from '#engine';
import { dissolved, founded, moved, renamed } from '#testing';
import { validateHistory } from './check-history.js';
import { foldOrganisation } from './history.js';
import { MAX_PROBLEMS } from './problem.js';

const told = (events: readonly OrganisationEvent[]) => validateHistory(events).map(({ code, path }) => [code, path]);

const below = (id: string, superior: string): OrganisationEvent => founded(id, { superior });
const chain = (length: number): readonly OrganisationEvent[] =>
  Array.from({ length }, (_, n) => founded(`u${n}`, { superior: n === 0 ? null : `u${n - 1}` }));

describe('A sound history', () => {
  it.each<[string, readonly OrganisationEvent[]]>([
    ['no events', []],
    ['subordinates before superiors', [below('a', 'p'), founded('p')]],
    [
      'a rename, a move and a dissolution inside the life',
      [
        founded('p'),
        founded('q'),
        below('a', 'p'),
        renamed('a', 'A', '2022-01-01'),
        moved('a', 'q', '2022-01-01'),
        dissolved('a', '2023-01-01', 'q'),
      ],
    ],
    [
      'a superior that ends on the day its subordinate ends',
      [founded('p'), below('a', 'p'), dissolved('p', '2023-01-01'), dissolved('a', '2023-01-01')],
    ],
    [
      'a superior that ends on the day its subordinate has moved',
      [founded('p'), founded('q'), below('a', 'p'), moved('a', 'q', '2023-01-01'), dissolved('p', '2023-01-01', 'q')],
    ],
    [
      'one name below two superiors',
      [
        founded('p'),
        founded('q'),
        founded('a', { superior: 'p', name: 'Phòng Nội vụ' }),
        founded('b', { superior: 'q', name: 'Phòng Nội vụ' }),
      ],
    ],
    [
      'one name after the other unit gave it up',
      [
        founded('a', { name: 'Sở Xây dựng' }),
        renamed('a', 'Sở Giao thông', '2022-01-01'),
        founded('b', { name: 'Sở Xây dựng', from: '2022-01-01' }),
      ],
    ],
    [
      'two units that have been above each other, one after the other',
      [
        founded('p'),
        founded('a', { superior: 'p' }),
        founded('b', { superior: 'a' }),
        moved('b', 'p', '2022-01-01'),
        moved('a', 'b', '2022-01-01'),
      ],
    ],
    ['64 levels', chain(64)],
  ])('has no problems: %s', (_, events) => {
    expect(validateHistory(events)).toEqual([]);
  });
});

describe('A history with a problem says where', () => {
  it.each<[string, readonly OrganisationEvent[], ...(readonly [string, string])]>([
    ['a second founding', [founded('a'), founded('a', { name: 'A' })], 'organisation.duplicate-id', '/1/data/id'],
    ['a rename of nobody', [renamed('a', 'A', '2022-01-01')], 'organisation.unknown-unit', '/0/data/id'],
    [
      'a dissolution before the founding is recorded',
      [dissolved('a', '2022-01-01'), founded('a')],
      'organisation.unknown-unit',
      '/0/data/id',
    ],
    [
      'a rename before the founding',
      [founded('a'), renamed('a', 'A', '2020-12-31')],
      'organisation.outside-life',
      '/1/data/from',
    ],
    [
      'a move on the day of the end',
      [founded('p'), founded('a'), dissolved('a', '2022-01-01'), moved('a', 'p', '2022-01-01')],
      'organisation.outside-life',
      '/3/data/from',
    ],
    [
      'a second end',
      [founded('a'), dissolved('a', '2022-01-01'), dissolved('a', '2023-01-01')],
      'organisation.dissolved-twice',
      '/2/data/id',
    ],
    ['an end on the first day', [founded('a'), dissolved('a', '2021-01-01')], 'organisation.empty-life', '/1/data/from'],
    ['a superior that is not there', [below('a', 'p')], 'organisation.unknown-superior', '/0/data/superior'],
    [
      'a move below nobody',
      [founded('p'), below('a', 'p'), moved('a', 'q', '2022-01-01')],
      'organisation.unknown-superior',
      '/2/data/superior',
    ],
    [
      'a superior founded later',
      [founded('p', { from: '2021-01-02' }), below('a', 'p')],
      'organisation.superior-not-valid',
      '/1/data/superior',
    ],
    [
      'a superior that ends before its subordinate',
      [founded('p'), below('a', 'p'), dissolved('p', '2025-07-01')],
      'organisation.superior-not-valid',
      '/1/data/superior',
    ],
    [
      'a subordinate of a higher tier',
      [founded('p', { tier: 'commune' }), founded('a', { tier: 'district', superior: 'p' })],
      'organisation.tier-above-superior',
      '/1/data/superior',
    ],
    ['a unit below itself', [below('a', 'a')], 'organisation.loop', '/0/data/superior'],
    ['a loop', [below('a', 'b'), below('b', 'c'), below('c', 'a')], 'organisation.loop', '/0/data/superior'],
    [
      'a loop closed by a move',
      [founded('p'), below('a', 'p'), below('b', 'a'), moved('a', 'b', '2022-01-01')],
      'organisation.loop',
      '/3/data/superior',
    ],
    ['a loop with a unit below it', [below('a', 'a'), below('b', 'a')], 'organisation.loop', '/0/data/superior'],
    ['the 65th level', chain(65), 'organisation.too-deep', '/64/data/superior'],
    [
      'two units of one name',
      [founded('a', { name: 'Toà án' }), founded('b', { name: 'TÒA ÁN' })],
      'organisation.duplicate-name',
      '/1/data/name',
    ],
    [
      'an alias that is a name',
      [founded('a', { name: 'Sở A' }), founded('b', { aliases: ['Sở B', 'Sở A'] })],
      'organisation.duplicate-name',
      '/1/data/aliases/1',
    ],
    [
      'a local name used twice',
      [founded('a', { localName: 'Văn phòng' }), founded('b', { localName: 'Văn phòng' })],
      'organisation.duplicate-name',
      '/1/data/localName',
    ],
    [
      'a new name that is taken',
      [founded('a', { name: 'Sở A' }), founded('b'), renamed('b', 'Sở A', '2022-01-01')],
      'organisation.duplicate-name',
      '/2/data/name',
    ],
    [
      'a name taken along to another superior',
      [
        founded('p'),
        founded('q'),
        founded('a', { superior: 'p', name: 'A' }),
        founded('b', { superior: 'q', name: 'A' }),
        moved('b', 'p', '2022-01-01'),
      ],
      'organisation.duplicate-name',
      '/3/data/name',
    ],
    [
      'a name taken while its second bearer stands',
      [
        founded('a', { name: 'A' }),
        dissolved('a', '2022-01-01'),
        founded('b', { name: 'A', from: '2022-01-01' }),
        founded('c', { name: 'A', from: '2025-01-01' }),
      ],
      'organisation.duplicate-name',
      '/3/data/name',
    ],
    [
      'a successor that is not there',
      [founded('a'), dissolved('a', '2022-01-01', 'b')],
      'organisation.successor-not-valid',
      '/1/data/successors',
    ],
    [
      'a unit that succeeds itself',
      [founded('a'), dissolved('a', '2022-01-01', 'a')],
      'organisation.successor-not-valid',
      '/1/data/successors',
    ],
    [
      'a successor founded a day late',
      [founded('a'), founded('b', { from: '2022-01-02' }), dissolved('a', '2022-01-01', 'b')],
      'organisation.successor-not-valid',
      '/2/data/successors',
    ],
  ])('%s', (_, events, ...problem) => {
    expect(told(events)).toEqual([problem]);
  });

  it('holds a name against a bearer that outlasts others', () => {
    const events = [
      founded('a', { name: 'A' }),
      founded('b', { name: 'A', from: '2022-01-01' }),
      dissolved('b', '2023-01-01'),
      founded('c', { name: 'A', from: '2025-01-01' }),
    ];
    expect(told(events)).toEqual([
      ['organisation.duplicate-name', '/1/data/name'],
      ['organisation.duplicate-name', '/3/data/name'],
    ]);
  });

  it('tells all problems at once', () => {
    const events = [below('a', 'x'), founded('b'), founded('b'), renamed('y', 'Y', '2022-01-01'), below('c', 'c')];
    expect(told(events).toSorted()).toEqual([
      ['organisation.duplicate-id', '/2/data/id'],
      ['organisation.loop', '/4/data/superior'],
      ['organisation.unknown-superior', '/0/data/superior'],
      ['organisation.unknown-unit', '/3/data/id'],
    ]);
  });

  it('says in both languages what is wrong and how to mend it', () => {
    expect(validateHistory([below('a', 'b'), below('b', 'a')])).toEqual([
      {
        code: 'organisation.loop',
        path: '/0/data/superior',
        message: { vi: 'Vòng lặp cấp trên từ 2021-01-01: a → b → a.', en: 'A loop of superiors from 2021-01-01: a → b → a.' },
        mend: { vi: 'Sửa cấp trên của một trong các đơn vị đó.', en: 'Mend the superior of one of these units.' },
      },
    ]);
  });

  it('stops telling after a thousand, and says how many more there are', () => {
    const events = Array.from({ length: MAX_PROBLEMS + 7 }, (_, n) => below(`u${n}`, 'nobody'));
    const problems = validateHistory(events);
    expect(problems).toHaveLength(MAX_PROBLEMS + 1);
    expect(problems.at(-1)).toMatchObject({
      code: 'data.more-problems',
      message: { en: 'There are 7 more problems that are not listed.' },
    });
  });

  it('refuses an organisation that is too large, whole', () => {
    const events = Array.from({ length: 100_001 }, (_, n) => founded(`u${n}`));
    expect(told(events)).toEqual([['data.too-large', '']]);
  });

  it('is done with a chain of 20,000 units', () => {
    const problems = validateHistory(chain(20_000));
    expect(problems[0]).toMatchObject({ code: 'organisation.too-deep', path: '/64/data/superior' });
    expect(problems).toHaveLength(MAX_PROBLEMS + 1);
  });

  it('knows ids that are names of object properties', () => {
    expect(told([below('a', 'constructor'), below('b', '__proto__')])).toEqual([
      ['organisation.unknown-superior', '/0/data/superior'],
      ['organisation.unknown-superior', '/1/data/superior'],
    ]);
    expect(validateHistory([founded('constructor'), below('a', 'constructor' as UnitId)])).toEqual([]);
  });
});

describe('Events to be added to a history', () => {
  const before = foldOrganisation([founded('p'), founded('q'), below('a', 'p'), founded('old'), dissolved('old', '2022-01-01')]);
  const told = (...events: readonly OrganisationEvent[]) => validateHistory(events, before).map(({ code, path }) => [code, path]);

  it('may speak of the units that it knows', () => {
    expect(told(moved('a', 'q', '2022-01-01'), dissolved('p', '2023-01-01', 'q'), below('b', 'q'))).toEqual([]);
  });

  it.each<[string, readonly OrganisationEvent[], ...(readonly [string, string])]>([
    ['a founding of a unit that it has', [founded('p')], 'organisation.duplicate-id', '/0/data/id'],
    ['a rename of a unit that it has not', [renamed('x', 'X', '2022-01-01')], 'organisation.unknown-unit', '/0/data/id'],
    ['a rename of a unit that it has ended', [renamed('old', 'X', '2023-01-01')], 'organisation.outside-life', '/0/data/from'],
    ['a second end', [dissolved('old', '2023-01-01')], 'organisation.dissolved-twice', '/0/data/id'],
    ['a loop through it', [moved('p', 'a', '2022-01-01')], 'organisation.loop', '/0/data/superior'],
    [
      'a name that one of its units bears',
      [founded('n', { superior: 'p', name: 'Unit a' })],
      'organisation.duplicate-name',
      '/0/data/name',
    ],
    ['the end of a superior that it needs', [dissolved('p', '2023-01-01', 'q')], 'organisation.superior-not-valid', ''],
  ])('have a problem: %s', (_, events, ...problem) => {
    expect(told(...events)).toEqual([problem]);
  });
});
