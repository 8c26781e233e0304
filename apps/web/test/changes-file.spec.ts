import { describe, expect, it } from '@jest/globals';
import { changesFile, idFor, type UnitChange } from '../src/features/unit-changes/changes-file.js';

const named = (id: string) => ({ id, name: `UBND ${id}` });
const merge = (unit: string, to: string): UnitChange => ({ kind: 'merge', unit: named(unit), to: named(to) });

describe('Changes of an organisation as they are written down', () => {
  it('become a file: mergers and splits end units, the first that takes over before the others', () => {
    const changes: readonly UnitChange[] = [
      { kind: 'found', unit: named('h.new'), to: named('h'), founded: { tier: 'commune', kind: 'peoples-committee' } },
      merge('h.a', 'h.new'),
      merge('h.b', 'h.new'),
      { kind: 'split', unit: named('h.c'), to: named('h.new') },
      { kind: 'split', unit: named('h.c'), to: named('h.d') },
      { kind: 'rename', unit: named('h.e'), to: { id: '', name: 'UBND E' } },
      { kind: 'move', unit: named('h.f'), to: named('g') },
      { kind: 'dissolve', unit: named('h.g'), to: null },
    ];
    expect(changesFile('2025-07-01', changes)).toEqual({
      from: '2025-07-01',
      found: [{ ...named('h.new'), tier: 'commune', kind: 'peoples-committee', superior: 'h' }],
      rename: [{ id: 'h.e', name: 'UBND E' }],
      move: [{ id: 'h.f', superior: 'g' }],
      dissolve: [
        { id: 'h.a', successors: ['h.new'] },
        { id: 'h.b', successors: ['h.new'] },
        { id: 'h.c', successors: ['h.new', 'h.d'] },
        { id: 'h.g', successors: [] },
      ],
    });
  });

  it('hold nothing that nobody wrote', () => {
    expect(changesFile('2025-07-01', [merge('a', 'b')])).toEqual({
      from: '2025-07-01',
      dissolve: [{ id: 'a', successors: ['b'] }],
    });
  });

  it('suggest an id in plain letters, below that of the superior', () => {
    expect([idFor('UBND xã Đồng Tuyển (mới)', 'vn-10'), idFor(' ', 'vn-10')]).toEqual(['vn-10.ubnd-xa-dong-tuyen-moi', '']);
  });
});
