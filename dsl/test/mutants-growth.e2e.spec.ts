import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Growth } from './mutants/grow.js';
import { SHAPES } from './mutants/shapes.js';

const ROOT = path.join(import.meta.dirname, '../..');
const run = promisify(execFile);
/** Eight times the text is eight times the work, give or take what is worked out once; what goes back and forth takes 64 times. */
const MOST_WORK = 16;
const PATIENCE_MS = 300_000;
/** Room for what a mutant's text is told with. */
const MOST_BYTES = 100_000_000;

describe('The work of reading a text', () => {
  let growth: Growth;
  beforeAll(async () => {
    await run(process.execPath, [path.join(ROOT, 'apps/cli/bin/build.mjs')], { cwd: ROOT });
    const script = path.join(ROOT, 'dist/dsl/test/mutants/grow.js');
    const { stdout } = await run(process.execPath, [script], { cwd: ROOT, maxBuffer: MOST_BYTES });
    growth = JSON.parse(stdout) as Growth;
  }, PATIENCE_MS);

  it.each(Object.keys(SHAPES))('%s: grows with the text, not faster', (shape) => {
    const grown = growth.shapes.filter(({ name }) => name.startsWith(`${shape}: `));
    expect(grown).toHaveLength(4);
    expect(grown.filter(({ factor }) => !(factor < MOST_WORK))).toEqual([]);
  });

  it('grows with a mutant, not faster', () => {
    expect(growth.mutants).toHaveLength(40);
    expect(growth.mutants.filter(({ factor }) => !(factor < MOST_WORK))).toEqual([]);
  });

  it('would be seen to grow faster', () => {
    expect(growth.backAndForth).toBeGreaterThan(MOST_WORK);
  });
});
