import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, TENANT, type World } from './world.js';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await database.pool.query(
    `insert into delivery
      (tenant, id, channel, recipient, subject, plan, unit, obligation, step, generation, due, at, state, attempts, last_error)
     select t, format('d%s', n), 'mail', 'vn-10', 'notify', 'p', 'vn-10.1', 'item 1', 'after-1d', 1, '2022-07-29',
       '2022-07-30T00:00:00+07:00', s, 7, 'no such mailbox'
     from (values ($1, 1, 'dead'), ($1, 2, 'dead'), ($1, 3, 'dead'), ($1, 4, 'sent'), ('other', 5, 'dead')) as x (t, n, s)`,
    [TENANT],
  );
});
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('Notices that could not be delivered', () => {
  it('are listed page by page, those of this tenant only', async () => {
    const first = await world.get('/api/v1/deliveries/dead?limit=2');
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(['d1', 'd2']);
    expect(first.body.items[0]).toMatchObject({ recipient: 'vn-10', state: 'dead', attempts: 7, lastError: 'no such mailbox' });
    const second = await world.get(`/api/v1/deliveries/dead?limit=2&after=${first.body.next}`);
    expect([second.body.items.map(({ id }: { id: string }) => id), second.body.next]).toEqual([['d3'], null]);
  });

  it('go out again when asked to, once; what is not dead stays as it is', async () => {
    expect((await world.post('/api/v1/deliveries/d1/retry')).body).toMatchObject({ id: 'd1', state: 'again', attempts: 0 });
    expect((await world.post('/api/v1/deliveries/d1/retry')).body).toMatchObject({ id: 'd1', state: 'again' });
    expect((await world.post('/api/v1/deliveries/d4/retry')).body).toMatchObject({ id: 'd4', state: 'sent', attempts: 7 });
    expect((await world.get('/api/v1/deliveries/dead')).body.items).toHaveLength(2);
  });

  it('of others, and those that are not there, are not found', async () => {
    for (const id of ['d5', 'none'])
      expect(await world.post(`/api/v1/deliveries/${id}/retry`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});
