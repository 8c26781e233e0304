import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cursorOf, keyOfCursor } from './cursor.js';

describe('A cursor', () => {
  it('leads back to the key it was made of, in its own list only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        const cursor = cursorOf('events', key);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(keyOfCursor('events', cursor)).toBe(key);
        expect(() => keyOfCursor('units', cursor)).toThrow('invalid cursor');
      }),
    );
  });

  it('is refused where it was made up', () => {
    for (const made of ['', 'zz', 'ZXZlbnRzOjE=', 'ZXZlbnRz'])
      expect(() => keyOfCursor('events', made)).toThrow('invalid cursor');
  });
});
