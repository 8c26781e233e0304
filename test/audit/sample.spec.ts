import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleFiles } from './sample.js';

const FOLDER = path.join(import.meta.dirname, '../../docs/assets/audit');

describe('The sample of the documentation', () => {
  it('is what its script writes', () => {
    const kept = readdirSync(FOLDER).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]);
    expect(Object.fromEntries(kept)).toEqual(sampleFiles());
  });
});
