import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { closestWord } from './closest-word.js';

const VERBS = ['check', 'compile', 'simulate', 'start', 'plan tree', 'events'];

describe('The closest word', () => {
  it.each([
    ['chekc', 'check'],
    ['CHECK', 'check'],
    ['simulat', 'simulate'],
    ['stat', 'start'],
    ['plan tre', 'plan tree'],
  ])('of %s is %s', (word, meant) => {
    expect(closestWord(word, VERBS)).toBe(meant);
  });

  it('is none where nothing is near', () => {
    expect(closestWord('deploy', VERBS)).toBeUndefined();
    expect(closestWord('', VERBS)).toBeUndefined();
    expect(closestWord('check', [])).toBeUndefined();
  });

  it('is the word itself where it is there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), fc.nat(), (words, index) => {
        const word = words[index % words.length]!;
        expect(closestWord(word, words)).toBe(word);
      }),
    );
  });
});
