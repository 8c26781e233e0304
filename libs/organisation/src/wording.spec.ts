import { describe, expect, it } from '@jest/globals';
import { WORDING } from './wording.js';

const slots = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted();

describe.each(Object.entries(WORDING))('The wording of %s', (_, { message, mend }) => {
  it('says the same facts in both languages, each in a sentence', () => {
    for (const { vi, en } of [message, mend]) {
      expect(slots(vi)).toEqual(slots(en));
      expect([vi.at(-1), en.at(-1)]).toEqual(['.', '.']);
      expect(vi).not.toBe(en);
    }
  });
});
