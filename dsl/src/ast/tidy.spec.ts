import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tidy } from './tidy.js';

/** As it is meant, without a short cut for what is tidy already. */
const slowly = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim();

describe('A value', () => {
  it.each([
    ['Sở Nội vụ', 'Sở Nội vụ'],
    ['  Sở\u00a0 Nội\n vụ ', 'Sở Nội vụ'],
    ['Sở Nội vụ'.normalize('NFD'), 'Sở Nội vụ'],
    ['', ''],
    [' ', ''],
  ])('%j becomes %j', (text, value) => expect(tidy(text)).toBe(value));

  it('is the same with the short cut as without', () => {
    const odd = fc.constantFrom(
      ...' \t\n\u00a0\u0085\u00ad\u1680\u2000\u2009\u2013\u201c\u2028\u200b\u2060\u3000\ufeff\u0301\u0323',
    );
    const unit = fc.oneof(fc.constantFrom(...'aăâđêôơưỳÝ ệộẵ'), odd, fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }));
    const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, (value) => expect(tidy(value)).toBe(slowly(value))),
      { numRuns: 5000 },
    );
  });
});
