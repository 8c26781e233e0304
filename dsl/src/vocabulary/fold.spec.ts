import { describe, expect, it } from '@jest/globals';
import { foldName, foldWord, stripMarks } from './fold.js';

describe('Folding a word', () => {
  it.each([
    ['HOÁ', 'hóa'],
    ['hoà', 'hòa'],
    ['Uỷ', 'ủy'],
    ['thuỷ', 'thủy'],
    ['quý', 'quý'],
    ['Quí', 'quý'],
    ['kì', 'kỳ'],
    ['hoàn', 'hoàn'],
    ['People’s', "people's"],
  ])('%s is %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
    expect(foldWord(word.normalize('NFD'))).toBe(folded);
  });
});

describe('Folding a name', () => {
  it('leaves single spaces, whatever stood between the words', () => {
    expect(foldName('  UBND\u00a0 Xã\u200b Gia  Phú ')).toBe('ubnd xã gia phú');
  });
});

describe('Stripping marks', () => {
  it('leaves what is typed without them', () => expect(stripMarks('Điện lực Ấm Đỗ')).toBe('dien luc am do'));
});
