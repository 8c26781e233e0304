import type { LocalDate, OrganisationEvent, UnitId } from '#engine';
import { describe, expect, it } from '@jest/globals';
import { changesOf, nameOn } from './changes-of.js';
import { foldOrganisation } from './history.js';

const founded = (id: string, name: string, superior: string | null): OrganisationEvent =>
  ({
    type: 'UnitFounded',
    data: { id, name, aliases: [], localName: null, tier: 'district', kind: 'peoples-committee', superior, from: '2020-01-01' },
  }) as unknown as OrganisationEvent;

const HISTORY = foldOrganisation([
  founded('p', 'Tỉnh', null),
  founded('a', 'Huyện A', 'p'),
  founded('b', 'Huyện B', 'p'),
  { type: 'UnitRenamed', data: { id: 'a', name: 'Thị xã A', from: '2024-03-01' } } as unknown as OrganisationEvent,
  { type: 'UnitMoved', data: { id: 'b', superior: 'a', from: '2024-06-01' } } as unknown as OrganisationEvent,
  { type: 'UnitDissolved', data: { id: 'b', successors: ['a'], from: '2025-07-01' } } as unknown as OrganisationEvent,
]);
const day = (text: string): LocalDate => text as LocalDate;

describe('Changes of an organisation', () => {
  it('come by day, with what was before and what is then', () => {
    const found = changesOf(HISTORY, { first: day('2024-01-01'), last: day('2030-01-01') });
    expect(found).toEqual([
      { from: '2024-03-01', kind: 'renamed', unit: 'a', name: 'Thị xã A', before: 'Huyện A', after: 'Thị xã A', successors: [] },
      { from: '2024-06-01', kind: 'moved', unit: 'b', name: 'Huyện B', before: 'p', after: 'a', successors: [] },
      { from: '2025-07-01', kind: 'ended', unit: 'b', name: 'Huyện B', before: null, after: null, successors: ['a'] },
    ]);
  });

  it('have both ends of the span in them, and nothing beyond', () => {
    const kinds = (first: string, last: string) =>
      changesOf(HISTORY, { first: day(first), last: day(last) }).map(({ kind }) => kind);
    expect(kinds('2020-01-01', '2020-01-01')).toEqual(['founded', 'founded', 'founded']);
    expect(kinds('2024-03-02', '2024-05-31')).toEqual([]);
    expect(kinds('2024-03-01', '2024-06-01')).toEqual(['renamed', 'moved']);
  });

  it('name units as they were called on a day', () => {
    expect(['2023-01-01', '2024-03-01'].map((each) => nameOn(HISTORY, 'a' as UnitId, day(each)))).toEqual([
      'Huyện A',
      'Thị xã A',
    ]);
    expect(nameOn(HISTORY, 'nobody' as UnitId, day('2024-01-01'))).toBe('nobody');
  });
});
