import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FOLDER, pages } from './reference.js';

const ROOT = new URL('../../', import.meta.url);

describe('The reference', () => {
  it.each(Object.keys(pages()))(
    '%s is what the vocabulary and the grammar say (else: npm run build && node dist/dsl/test/reference.js)',
    (name) => {
      expect(readFileSync(new URL(`${FOLDER}/${name}`, ROOT), 'utf8')).toBe(pages()[name]);
    },
  );
});
