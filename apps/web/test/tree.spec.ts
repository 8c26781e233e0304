import type { CascadeNode, Counts } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import { findUnits, indexTree, inSight, wayUp } from '../src/features/cascade/tree-index.js';

const counts = (total: number): Counts => ({ total, onTime: total, late: 0, overdue: 0, open: 0 });
const node = (id: string, tier: string, children: readonly CascadeNode[] = [], items = 1): CascadeNode => ({
  unit: { id, name: `UBND ${id}`, tier, kind: 'peoples-committee', superior: null },
  source: items === 0 ? null : 'plan',
  provisional: false,
  ownPlan: null,
  items: counts(items),
  reports: counts(0),
  children,
});
const root = node('tỉnh', 'province', [node('Đào', 'district', [node('Ấm', 'commune', [], 3)]), node('Bắc', 'district')], 0);
const idOf = ({ node: { unit } }: { readonly node: CascadeNode }): string => unit.id;

describe('The tree of a cascade', () => {
  const tree = indexTree(root);

  it('is in the order of the tree, with what each unit and all below it hold', () => {
    expect([...tree.values()].map((unit) => [idOf(unit), unit.level, unit.units, unit.items.total])).toEqual([
      ['tỉnh', 1, 3, 5],
      ['Bắc', 2, 1, 1],
      ['Đào', 2, 2, 4],
      ['Ấm', 3, 1, 3],
    ]);
  });

  it('shows what is open', () => {
    expect(inSight(tree, new Set()).map(idOf)).toEqual(['tỉnh']);
    expect(inSight(tree, new Set(['tỉnh'])).map(idOf)).toEqual(['tỉnh', 'Bắc', 'Đào']);
    expect(inSight(tree, new Set(['Đào'])).map(idOf)).toEqual(['tỉnh']);
    expect(inSight(tree, new Set(['tỉnh', 'Đào'])).map(idOf)).toEqual(['tỉnh', 'Bắc', 'Đào', 'Ấm']);
  });

  it('finds units without marks, and the way up from them', () => {
    expect(findUnits(tree, 'ubnd am').map(idOf)).toEqual(['Ấm']);
    expect(findUnits(tree, 'DAO').map(idOf)).toEqual(['Đào']);
    expect(wayUp(tree, 'Ấm')).toEqual(['Đào', 'tỉnh']);
  });

  it('takes a country of 11,367 unit plans', () => {
    const communes = Array.from({ length: 177 }, (_, index) => index);
    const provinces = Array.from({ length: 64 }, (_, province) =>
      node(
        `p${province}`,
        'province',
        communes.map((commune) => node(`p${province}.${commune}`, 'commune')),
      ),
    );
    const country = indexTree(node('nước', 'central', provinces));
    expect(country.get('nước')?.units).toBe(1 + 64 + 64 * 177);
    expect(inSight(country, new Set(country.keys()))).toHaveLength(1 + 64 + 64 * 177);
  });
});
