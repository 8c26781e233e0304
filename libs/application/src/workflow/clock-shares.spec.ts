import { ALL_SLOTS } from '#event-store';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareOf } from './clock-shares.js';

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 });
const tenants = fc.string({ minLength: 1, maxLength: 8 });

describe('The shares of living workers', () => {
  it('are every slot once, the same in whatever order workers are named, and differ by what cannot be halved', () => {
    fc.assert(
      fc.property(tenants, names, (tenant, workers) => {
        const shares = workers.map((worker) => shareOf({ tenant, worker, workers }));
        expect(shares.flat().toSorted((a, b) => a - b)).toEqual(ALL_SLOTS);
        expect(workers.map((worker) => shareOf({ tenant, worker, workers: workers.toReversed() }))).toEqual(shares);
        expect(Math.max(...shares.map(({ length }) => length))).toBe(Math.ceil(32 / workers.length));
      }),
      { numRuns: 30 },
    );
  });

  it('leave most slots where they were when a worker comes', () => {
    fc.assert(
      fc.property(tenants, fc.uniqueArray(fc.uuid(), { minLength: 3, maxLength: 8 }), (tenant, [newcomer = '', ...workers]) => {
        const before = workers.map((worker) => shareOf({ tenant, worker, workers }));
        const after = workers.map((worker) => shareOf({ tenant, worker, workers: [...workers, newcomer] }));
        const stayed = before.flatMap((slots, index) => slots.filter((slot) => after[index]?.includes(slot)));
        expect(stayed.length).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it('spread the leading slots of many tenants over the workers', () => {
    const workers = ['a', 'b', 'c', 'd'];
    const leaders = Array.from({ length: 63 }, (_, n) =>
      workers.find((worker) => shareOf({ tenant: `province-${n}`, worker, workers }).includes(0)),
    );
    expect(new Set(leaders)).toEqual(new Set(workers));
  });

  it('are nothing for a worker that does not live', () => {
    expect(shareOf({ tenant: 't', worker: 'dead', workers: ['a', 'b'] })).toEqual([]);
    expect(shareOf({ tenant: 't', worker: 'dead', workers: [] })).toEqual([]);
  });
});
