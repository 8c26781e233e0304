import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { candidate, closest, editDistance } from './distance.js';

const names = ['Sở Nội vụ', 'Sở Tài chính', 'Sở Tư pháp', 'UBND xã Gia Phú'].map((name) => candidate(name, name));

describe('The edit distance', () => {
  it('counts letters added, left out and changed', () => {
    expect([editDistance('', 'abc'), editDistance('abc', 'abc'), editDistance('abc', 'axcd')]).toEqual([3, 0, 2]);
  });

  it('is symmetric, and given up beyond its limit', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(6), (a, b, limit) => {
        const distance = editDistance(a, b);
        expect(editDistance(b, a)).toBe(distance);
        expect(editDistance(a, b, limit)).toBe(distance <= limit ? distance : Number.POSITIVE_INFINITY);
      }),
      { seed: 239 },
    );
  });
});

describe('The closest name', () => {
  it.each([
    ['so noi vu', 'Sở Nội vụ'],
    ['Sở Nội vu', 'Sở Nội vụ'],
    ['Sở Tài chinh', 'Sở Tài chính'],
    ['UBND Gia Phú', 'UBND xã Gia Phú'],
    ['Sở Ngoại thương', undefined],
    ['', undefined],
  ])('of %j is %j', (written, expected) => expect(closest(written, names)).toBe(expected));
});
