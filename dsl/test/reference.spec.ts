import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FOLDER, leftOver, pages } from './reference.js';

const ROOT = new URL('../../', import.meta.url);
const made = pages();

describe('The reference', () => {
  it.each(Object.keys(made))('%s is what the language says (else: npm run build && node dist/dsl/test/reference.js)', (file) => {
    const place = new URL(`${FOLDER}/${file}`, ROOT);
    expect(existsSync(place) ? readFileSync(place, 'utf8') : 'not there').toBe(made[file]);
  });

  it('keeps no page of a rule or a code that is gone', () => {
    expect(leftOver(made)).toEqual([]);
  });
});
