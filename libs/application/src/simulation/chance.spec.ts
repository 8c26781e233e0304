import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chance, pick } from './chance.js';

describe('Chance', () => {
  it('belongs to its key: the same on every machine and for ever', () => {
    expect(chance('lao-cai-2022', 'vn-10.086', 'item 4.6', 'fate')).toBe(chance('lao-cai-2022', 'vn-10.086', 'item 4.6', 'fate'));
    expect(chance('a', 'b')).toBe(0.3674224433489144);
  });

  it('is spread evenly over near keys', () => {
    const tenths = new Map<number, number>();
    for (let index = 0; index < 10_000; index++) {
      const tenth = Math.floor(chance('seed', `vn-10.${index}`, 'item 1.2', 'fate') * 10);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect(tenths.size).toBe(10);
    for (const count of tenths.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });

  it('picks from a range, both ends included', () => {
    expect([0, 0.5, 0.999].map((draw) => pick([1, 3], draw))).toEqual([1, 2, 3]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.string(), (from, more, key) => {
        const picked = pick([from, from + more], chance(key));
        expect(picked >= from && picked <= from + more && Number.isInteger(picked)).toBe(true);
      }),
    );
  });
});
