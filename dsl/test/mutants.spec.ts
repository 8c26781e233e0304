import { beforeAll, describe, expect, it } from '@jest/globals';
import { WAYS } from './mutants/mutate.js';
import { examplePaths, sources } from './mutants/sources.js';
import { emptyTrial, tryMutants } from './mutants/trial.js';

const MUTANTS = 100_000;
/** Of the tasks that no change has touched. */
const SURVIVE = 0.99;
const MOST_SHOWN = 3;
/** For a machine that is busy with other things; nothing is judged by time. */
const PATIENCE_MS = 900_000;

describe('A hundred thousand mutants of every example and every form of the catalogue', () => {
  const trial = emptyTrial();
  const all = sources();
  const brokenPromises = (about: string) =>
    trial.failures.filter(({ promise }) => promise.startsWith(about)).slice(0, MOST_SHOWN);

  beforeAll(() => {
    const shares = all.map(({ text }) => 1 / text.length);
    const whole = shares.reduce((sum, share) => sum + share, 0);
    for (const [index, source] of all.entries()) tryMutants(source, Math.ceil((MUTANTS * (shares[index] ?? 0)) / whole), trial);
  }, PATIENCE_MS);

  it('are as many as that, of every example, spoilt in every way', () => {
    expect(trial.mutants).toBeGreaterThanOrEqual(MUTANTS);
    expect(examplePaths().filter((path) => !all.some(({ name }) => name.startsWith(path)))).toEqual([]);
    expect(WAYS.filter((way) => (trial.ways.get(way) ?? 0) < MUTANTS / WAYS.length / 10)).toEqual([]);
  });

  it.each(['check', 'format', 'translate', 'services'])('never break what %s promises', (about) => {
    expect(brokenPromises(about)).toEqual([]);
  });

  it('keep at least 99 of 100 tasks that nobody touched', () => {
    expect(trial.untouched).toBeGreaterThan(MUTANTS / 2);
    expect(trial.lost / trial.untouched).toBeLessThanOrEqual(1 - SURVIVE);
  });
});
