import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '../src/listen.js';
import { type House, houseOf } from './entering.js';
import { hear } from './hearing.js';
import { createWorld, identityOver, PROVINCE, PROVINCE_TEXT, TENANT, type World } from './world.js';

let database: TestDatabase;
let world: World;
let house: House;
let address: string;
beforeAll(async () => {
  database = await testDatabase();
  const identity = identityOver(database.pool);
  world = await createWorld(database.pool, { identity });
  house = houseOf(world, identity);
  address = `http://127.0.0.1:${await listen(world.app, { port: 0 })}/api/v1/events/stream`;
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const publish = () => world.post('/api/v1/rules', { body: { text: PROVINCE_TEXT, actor: PROVINCE } });

describe('The live log', () => {
  it('tells what is recorded while it is read, and from a position on to whoever comes back', async () => {
    const head = await world.workflow.store.head(TENANT);
    const open = await fetch(address);
    expect([open.status, open.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(open.headers.get('content-security-policy')).toContain("default-src 'self'");
    const [live] = await Promise.all([hear(open, /recorded/), publish()]);
    expect(live).toContain(`id: ${head + 1}\n`);
    expect(live).toContain('"type":"RulesPublished"');
    const again = await hear(await fetch(address, { headers: { 'last-event-id': String(head - 1) } }), /RulesPublished/);
    expect([...again.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual([head, head + 1]);
  });

  it('takes no position that is none', async () => {
    const answer = await fetch(address, { headers: { 'last-event-id': 'yesterday' } });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/Last-Event-ID' }] });
  });

  it('ends for whoever lost the right to it, before another word', async () => {
    const user = await house.add('theo.doi', 'unit-head', null);
    const token = await house.token(user);
    const open = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    expect(open.status).toBe(200);
    const rest = hear(open, /recorded/);
    await house.with(token).post(`/api/v1/tokens/${(await house.accounts.tokens(TENANT, user))[0]!.id}/revoke`);
    await world.post('/api/v1/rules', { body: { text: PROVINCE_TEXT.replace('239/KH', '240/KH'), actor: PROVINCE } });
    expect(await rest).toMatch(/^retry: \d+\n\n$/);
    const { grants } = await house.people.person(TENANT, user);
    const again = await fetch(address, { headers: { authorization: `Bearer ${await house.token(user)}` } });
    const all = hear(again, /recorded/);
    await world.post(`/api/v1/users/${user}/grants/${[...grants.keys()][0]}/revoke`, { body: {} });
    expect(await all).toMatch(/^retry: \d+\n\n$/);
  });

  it('lets the server close while somebody reads', async () => {
    const open = await fetch(address);
    const rest = hear(open, /never/).catch(() => 'cut');
    await world.close();
    expect(await rest).not.toContain('never');
  });
});
