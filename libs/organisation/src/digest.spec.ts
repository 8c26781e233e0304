import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digest } from './digest.js';

const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/** FNV-1a by its definition, in BigInt. */
function byDefinition(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, 'utf8')) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(16).padStart(16, '0');
}

describe('The digest', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of %j is the published test vector', (text, expected) => {
    expect(digest(text)).toBe(expected);
  });

  it('is FNV-1a for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => expect(digest(text)).toBe(byDefinition(text))));
  });

  it('goes on where it stopped', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => expect(digest(b, digest(a))).toBe(digest(a + b))));
  });
});
