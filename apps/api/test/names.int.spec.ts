import type { UnitId } from '#engine';
import { PostgresPersonRegister } from '#persistence';
import { rightNow, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, identityOver, TENANT, type World } from './world.js';

let database: TestDatabase;
let world: World;
let stranger: World;

beforeAll(async () => {
  database = await testDatabase();
  const identity = identityOver(database.pool);
  world = await createWorld(database.pool, { identity });
  const official = rightNow('official', 'vn-10.086' as UnitId);
  const door = () => ({ user: 'u-7' as never, isBlocked: false, isStrong: true, mayWrite: true, rights: [official] });
  stranger = await createWorld(database.pool, { identity, door, isFounded: true });
  await identity.persons.put(TENANT, 'u-1', { name: 'Người Thử Một' });
  await identity.persons.put(TENANT, 'u-2', { name: 'Người Thử Hai' });
  const erasure = { person: 'u-2', document: '7/QĐ', actor: null, at: '2022-07-01T08:00:00+07:00' };
  await new PostgresPersonRegister(database.owner).erase(TENANT, erasure);
});
afterAll(async () => {
  await world.close();
  await stranger.close();
  await database.drop();
});

const ASKED = '/api/v1/names?ids=u-1,u-2,u-none,u-1';

describe('Names of people who did something', () => {
  it('are told in one answer, with those erased as such, and nobody who is not known', async () => {
    const { items } = (await world.get(ASKED)).body;
    expect(items.toSorted((a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id))).toEqual([
      { id: 'u-1', name: 'Người Thử Một', isErased: false },
      { id: 'u-2', name: null, isErased: true },
    ]);
  });

  it('are not for whoever may not see users', async () => {
    expect(await stranger.get(ASKED)).toMatchObject({ status: 403, body: { code: expect.any(String) } });
  });
});
