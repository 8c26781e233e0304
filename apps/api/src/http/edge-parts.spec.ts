import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Allowed } from './allowed.js';
import { etagOf, headerOf, keyOf, versionOf } from './headers.js';
import { isTooDeep } from './json-body.js';

describe('The depth of JSON', () => {
  const depthOf = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

  it('is measured without parsing: brackets in strings do not count', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.integer({ min: 0, max: 8 }), (value, limit) => {
        expect(isTooDeep(JSON.stringify(value), limit)).toBe(depthOf(value) > limit);
      }),
    );
    expect(isTooDeep('{"a":"[[[[\\"[[["}', 1)).toBe(false);
  });
});

describe('If-Match', () => {
  it('is the ETag that was given', () => {
    fc.assert(fc.property(fc.nat({ max: 999_999_999 }), (version) => expect(versionOf(etagOf(version))).toBe(version)));
    expect(versionOf(' * ')).toBeUndefined();
  });

  it.each([undefined, '', ' '])('%p is missing', (header) => {
    expect(() => versionOf(header)).toThrow('if-match.missing');
  });

  it.each(['12', 'W/"12"', '"1","2"', '"a"', '""', '"1234567890"'])('%s is malformed', (header) => {
    expect(() => versionOf(header)).toThrow('if-match.malformed');
  });
});

describe('An idempotency key', () => {
  it('is any visible ASCII text', () => {
    expect(keyOf(' 0b7c-1 ')).toBe('0b7c-1');
    for (const bad of ['a b', 'a#b', 'é', 'x'.repeat(201)]) expect(() => keyOf(bad)).toThrow('idempotency-key.malformed');
    for (const none of [undefined, ' ']) expect(() => keyOf(none)).toThrow('idempotency-key.missing');
  });

  it('sent twice is one text, as HTTP joins headers', () => {
    expect(headerOf(['a', 'b'])).toBe('a, b');
  });
});

describe('The methods of an address', () => {
  it('are those of every route that it matches', () => {
    const allowed = new Allowed();
    allowed.note('/plans/:plan', ['GET', 'HEAD']);
    allowed.note('/plans/:plan/units/:unit', 'POST');
    allowed.note('/plans/new.json', 'PUT');
    allowed.note('/*', 'GET');
    expect(allowed.methods('/plans/a')).toEqual(['GET', 'HEAD']);
    expect(allowed.methods('/plans/new.json')).toEqual(['GET', 'HEAD', 'PUT']);
    expect(allowed.methods('/plans/newxjson')).toEqual(['GET', 'HEAD']);
    expect(allowed.methods('/plans/a/units/b')).toEqual(['POST']);
    expect(allowed.methods('/plans/a/b')).toEqual([]);
  });
});
