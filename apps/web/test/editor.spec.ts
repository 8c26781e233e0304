import type { PreviewedUnit } from '#dsl';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changeBetween } from '../src/features/editor/code/change-between.js';
import { branchesOf, findBranches, openBranches } from '../src/features/editor/preview/tree-of.js';

describe('The change between two texts', () => {
  it('is the smallest stretch that makes one of the other', () => {
    expect(changeBetween('hạn: 15/7', 'hạn: 25/7')).toEqual({ from: 5, to: 6, insert: '2' });
    expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
  });

  it('makes any text of any other', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to, insert } = changeBetween(before, after);
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      }),
    );
  });
});

const unit = (id: string, above: string | null, tier: string, items: number): PreviewedUnit =>
  ({ id, above, tier, name: id, isReached: items > 0, items, supports: 0, reports: 0, duties: 0 }) as unknown as PreviewedUnit;

const UNITS = [
  unit('Tỉnh', null, 'province', 0),
  unit('Sở Y tế', 'Tỉnh', 'province', 4),
  unit('Huyện Ấm', 'Tỉnh', 'district', 2),
  unit('Huyện An', 'Tỉnh', 'district', 1),
  unit('Xã Đông', 'Huyện An', 'commune', 3),
];

describe('The tree of a preview', () => {
  const branches = branchesOf(UNITS);

  it('stands in the order of the country, and sums up what is below', () => {
    expect(branches.map(({ unit: { id }, level, reached, items }) => [id, level, reached, items])).toEqual([
      ['Tỉnh', 1, 4, 10],
      ['Huyện An', 2, 2, 4],
      ['Xã Đông', 3, 1, 3],
      ['Huyện Ấm', 2, 1, 2],
      ['Sở Y tế', 2, 1, 4],
    ]);
  });

  it('shows what is open, and finds names without marks', () => {
    const shown = (open: readonly string[]) => openBranches(branches, new Set(open)).map(({ unit: { id } }) => id);
    expect(shown([])).toEqual(['Tỉnh']);
    expect(shown(['Tỉnh'])).toEqual(['Tỉnh', 'Huyện An', 'Huyện Ấm', 'Sở Y tế']);
    expect(shown(['Huyện An'])).toEqual(['Tỉnh']);
    expect(findBranches(branches, 'xa dong').map(({ unit: { id } }) => id)).toEqual(['Xã Đông']);
  });
});
