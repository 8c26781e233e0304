import { describe, expect, it } from '@jest/globals';
import { FAULTS } from './faults.js';
import { hashOfAll, runFleet } from './fleet.js';

const SEED = 2022;
const YEARS = 60;
/** Seconds where the machine is free, many times that where it is not. */
const PATIENCE_MS = 240_000;

describe('A fleet of plan-years', () => {
  it(
    'lives through crashes, lost answers, conflicts and clocks that fail without breaking anything',
    async () => {
      const result = await runFleet({ seed: SEED, from: 0, years: YEARS });
      expect(result.violations).toEqual([]);
      expect(result.years).toBe(YEARS);
      expect(FAULTS.filter((fault) => result.faults[fault] === 0)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('holds in a life in which a slow clock undid what another one had set', async () => {
    expect((await runFleet({ seed: 901, from: 22_240, years: 1 })).violations).toEqual([]);
  });

  it('waits for nobody anew where a document opens a period again after a unit has moved', async () => {
    for (const [seed, from] of [
      [1101, 36_035],
      [1102, 7_652],
      [1102, 19_447],
    ] as const)
      expect((await runFleet({ seed, from, years: 1 })).violations).toEqual([]);
  });

  it(
    'gives the same bytes for the same seed, and others for another',
    async () => {
      const hash = async (seed: number): Promise<string> => hashOfAll((await runFleet({ seed, from: 0, years: 5 })).hashes);
      const [first, again, other] = [await hash(SEED), await hash(SEED), await hash(SEED + 1)];
      expect(again).toBe(first);
      expect(other).not.toBe(first);
    },
    PATIENCE_MS,
  );

  it(
    'has every life by its own number, whoever lives the others',
    async () => {
      const whole = await runFleet({ seed: SEED, from: 0, years: 4 });
      const half = await runFleet({ seed: SEED, from: 2, years: 2 });
      expect(half.hashes).toEqual(whole.hashes.slice(2));
    },
    PATIENCE_MS,
  );
});
