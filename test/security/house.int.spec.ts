import { chanceOf, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SecurityHouse } from './house.js';

let database: TestDatabase;
let house: SecurityHouse;

beforeAll(async () => {
  database = await testDatabase();
  house = new SecurityHouse(database.pool);
  await house.open();
}, 60_000);
afterAll(async () => {
  await house?.close();
  await database?.drop();
});

describe('The whole way, under row-level security', () => {
  it('lets in whom the model lets in, and tells them what it tells whoever sees all', async () => {
    const { cases, allowed, denied, compared } = await house.run(600, chanceOf(11));
    expect(cases).toBe(600);
    expect(Math.min(allowed, denied, compared)).toBeGreaterThan(15);
  });
});
