import { describe, expect, it } from '@jest/globals';
import { guardCases, guardedRoutes } from './guard-cases.js';

describe('The guard of the API', () => {
  it('lets exactly those in whom a simple model lets in, to exactly their rows: 100,000 cases over every route', async () => {
    const { cases, routes, allowed, denied } = await guardCases(100_000, 7);
    expect([cases, routes]).toEqual([100_000, (await guardedRoutes()).length]);
    expect(Math.min(allowed, denied)).toBeGreaterThan(10_000);
  });
});
