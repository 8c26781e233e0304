import { advance, dailyProjection } from '#persistence';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, PLAN, PROVINCE, TENANT, type World } from './world.js';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await world.issueProvince();
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ADDRESS = `/api/v1/plans/${PLAN}/trend`;

describe('The trend of a plan', () => {
  it('says how far it has counted, and gives the thirty days up to today', async () => {
    const early = await world.get(ADDRESS);
    expect(early.body.counted.position).toBe(0);
    expect(early.body.counted.head).toBeGreaterThan(100);
    const projection = dailyProjection();
    while ((await advance(database.pool, projection, { tenant: TENANT })).more);
    const { status, body } = await world.get(ADDRESS);
    expect(status).toBe(200);
    expect(body.counted.position).toBe(body.counted.head);
    expect([body.days.length, body.days[0].day, body.days.at(-1).day]).toEqual([30, '2022-06-02', '2022-07-01']);
    expect(body.within.id).toBe(PROVINCE);
  });

  it('counts as due on each day of the year what the lists say is due then', async () => {
    const due: Record<string, number> = {};
    for (let after: string | null = ''; after !== null; ) {
      const page: { body: { items: { due: string | null }[]; next: string | null } } = await world.get(
        `/api/v1/items?plan=${PLAN}&limit=200${after === '' ? '' : `&after=${after}`}`,
      );
      for (const item of page.body.items) if (item.due) due[item.due] = (due[item.due] ?? 0) + 1;
      after = page.body.next;
    }
    const { body } = await world.get(`${ADDRESS}?from=2022-01-01&until=2022-12-31`);
    const counted = body.days.filter(({ items }: { items: { due: number } }) => items.due > 0);
    const within = Object.entries(due).filter(([day]) => day <= '2022-12-31');
    expect(within.length).toBeGreaterThan(3);
    expect(
      Object.fromEntries(counted.map(({ day, items }: { day: string; items: { due: number } }) => [day, items.due])),
    ).toEqual(Object.fromEntries(within));
  });

  it('is refused for a plan or a day that does not exist', async () => {
    expect((await world.get('/api/v1/plans/none/trend')).status).toBe(404);
    expect((await world.get(`${ADDRESS}?from=2022-02-30`)).body.code).toBe('request.invalid');
  });
});
