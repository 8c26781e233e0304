import type { StreamWrite } from '#event-store';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BatchSize, takeWeight, weightOf } from './clock-batches.js';

const write = (stream: string, events: number): StreamWrite => ({
  stream,
  expected: 0,
  events: Array.from({ length: events }, () => ({}) as StreamWrite['events'][number]),
});

describe('The size of a batch', () => {
  it('shrinks at once where an append was slow, to what would have taken 25 ms', () => {
    const size = new BatchSize();
    size.note({ weight: 150, ms: 10 });
    expect(size.current).toBe(225);
    size.note({ weight: 200, ms: 25.5 });
    expect(size.current).toBe(196);
    size.note({ weight: 196, ms: 5_000 });
    expect(size.current).toBe(150);
  });

  it('grows by half where an append was fast, up to its limit', () => {
    const size = new BatchSize();
    const sizes = Array.from({ length: 4 }, () => {
      size.note({ weight: size.current, ms: 1 });
      return size.current;
    });
    expect(sizes).toEqual([225, 338, 400, 400]);
  });

  it('is small while people wait for it and for a while after, for what takes 8 ms', () => {
    const size = new BatchSize();
    const after = (isInTheWay: boolean, ms = 8): number => {
      size.note({ weight: size.current, ms, isInTheWay });
      return size.current;
    };
    expect([after(true, 16), after(false), after(false, 4), after(false, 1), after(false, 1)]).toEqual([75, 75, 113, 150, 150]);
    expect(after(false, 80)).toBe(60);
    for (let quiet = 0; quiet < 58; quiet++) expect(after(false)).toBe(60);
    expect([after(false), after(false)]).toEqual([150, 225]);
  });

  it('is not led astray by a small batch: what was fast says nothing of what is large', () => {
    const size = new BatchSize();
    size.note({ weight: 1, ms: 10 });
    expect(size.current).toBe(150);
  });
});

describe('Writes by weight', () => {
  it('are all taken, in their order, in parts that are no heavier than the size unless they are one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1 }), fc.integer({ min: 1, max: 40 }), (counts, size) => {
        const writes = counts.map((count, index) => write(`s${index}`, count));
        const seen: StreamWrite[] = [];
        for (let left: readonly StreamWrite[] = writes; left.length > 0; ) {
          const { taken, rest, weight } = takeWeight(left, size);
          expect(weight).toBe(taken.reduce((sum, each) => sum + weightOf(each), 0));
          expect(taken.length === 1 || weight <= size).toBe(true);
          expect(taken.length).toBeGreaterThan(0);
          seen.push(...taken);
          left = rest;
        }
        expect(seen).toEqual(writes);
      }),
    );
  });
});
