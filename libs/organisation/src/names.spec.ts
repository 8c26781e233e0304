import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName } from './names.js';

describe('The form in which names are compared', () => {
  it.each([
    ['Tòa án tỉnh', 'Toà án tỉnh'],
    ['Ủy ban nhân dân', 'Uỷ ban nhân dân'],
    ['UBND XÃ HÒA BÌNH', 'UBND xã Hoà Bình'],
    ['Sở  Nội\u00a0vụ ', 'sở nội vụ'],
    ['Sở Lao động - Thương binh', 'Sở Lao động – Thương binh'],
    ['Giao thông vận tải - Xây dựng', 'Giao thông vận tải-Xây dựng'],
    ['UBND xã Tr’Hy', "UBND xã Tr'Hy"],
    ['Sở\u200b Y tế', 'Sở Y tế'],
    ['thị xã Sa Pa'.normalize('NFD'), 'thị xã Sa Pa'],
    ['quý', 'qúy'],
  ])('is the same for %s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  it.each([
    ['Sở Y tế', 'Sở Y tê'],
    ['xã Hòa Bình', 'xã Hoa Bình'],
    ['UBND phường 1', 'UBND phường 11'],
    ['Sở Nội vụ', 'SởNội vụ'],
    ['xã Đông', 'xã Dông'],
  ])('differs for %s and %s', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  it('is its own form, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(foldName(foldName(text))).toBe(foldName(text))));
  });
});
