import { testDatabase, type TestDatabase } from '#testing';
import type { Role } from '#identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listen } from '../src/listen.js';
import { type House, houseOf } from './entering.js';
import { listening } from './hearing.js';
import { createWorld, identityOver, PLAN, PROVINCE, PROVINCE_TEXT, type World } from './world.js';

const [DISTRICT, COMMUNE, NEIGHBOUR, FOCAL] = ['vn-10.086', 'vn-10.086.02905', 'vn-10.086.02929', 'vn-10.so-noi-vu'];
const UNITS_OF_PLAN = `select unit from unit_plan where plan = $1 order by unit`;
const LONG_MS = 60_000;

let database: TestDatabase;
let world: World;
let house: House;
let address: string;
let documents = 0;
beforeAll(async () => {
  database = await testDatabase();
  const identity = identityOver(database.pool);
  world = await createWorld(database.pool, { identity });
  house = houseOf(world, identity);
  address = `http://127.0.0.1:${await listen(world.app, { port: 0 })}/api/v1/session/stream`;
  await world.issueProvince();
}, LONG_MS);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const receive = async (unit: string): Promise<void> => {
  const { status } = await world.post(`/api/v1/plans/${PLAN}/units/${unit}/receive`, { body: { actor: unit }, ifMatch: '*' });
  expect(status).toBe(200);
};
/** What everybody with a role is told of, after all that was recorded before it. */
const publish = async (): Promise<void> => {
  const text = PROVINCE_TEXT.replaceAll('239/KH', `${(documents += 1)}/KH-THU`);
  expect((await world.post('/api/v1/rules', { body: { text, actor: PROVINCE } })).status).toBe(201);
};
const follow = async (token: string): Promise<ReturnType<typeof listening>> => {
  const open = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
  expect([open.status, open.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  return listening(open);
};

interface Named {
  readonly units: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
  readonly desks: ReadonlySet<string>;
}

/** What a stream has named in all. */
function namedIn(said: string): Named {
  const told = [...said.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));
  return {
    units: new Set(told.flatMap(({ work }) => work.map(({ unit }: { unit: string }) => unit))),
    plans: new Set(told.flatMap(({ plans }) => plans)),
    desks: new Set(told.flatMap(({ desks }) => desks)),
  };
}

describe('The stream of changes', () => {
  it('is nobody’s who is not signed in', async () => {
    const { status } = await fetch(address, { headers: { authorization: 'Bearer none' } });
    expect(status).toBe(401);
  });

  it('tells an official of work of their own unit, and of a neighbour’s not that there is any', async () => {
    const heard = await follow(await house.token(await house.add('xa.mot', 'official', COMMUNE)));
    await receive(NEIGHBOUR);
    await receive(COMMUNE);
    const said = await heard.until(/changed/);
    expect(said.replace(/^retry.*\n\n/, '')).toBe(
      `event: changed\ndata: {"work":[{"plan":"${PLAN}","unit":"${COMMUNE}"}],"plans":[],"desks":[],"documents":[],"more":false}\n\n`,
    );
    const { items } = (await world.get(`/api/v1/plans/${PLAN}/units/${COMMUNE}`)).body;
    expect(items.some(({ status }: { status: string }) => status === 'received')).toBe(true); // what was told can be read
  });

  it(
    'tells of what a role gave once it is given, and of nothing more once it has ended',
    async () => {
      const user = await house.add('can.bo', 'rules-author', DISTRICT);
      const heard = await follow(await house.token(user));
      const granted = await world.post(`/api/v1/users/${user}/grants`, { body: { role: 'official', unit: 'vn-10.080' } });
      await heard.until(/rights/);
      await receive('vn-10.080.02635');
      await heard.until(/"unit":"vn-10.080.02635"/);
      await world.post(`/api/v1/users/${user}/grants/${granted.body.id}/revoke`, { body: {} });
      await receive('vn-10.080.02641');
      await publish();
      expect(await heard.until(/rules/)).not.toContain('02641');
    },
    LONG_MS,
  );

  it(
    'ends for a token taken back, before another word',
    async () => {
      const user = await house.add('xa.hai', 'official', COMMUNE);
      const token = await house.token(user);
      const heard = await follow(token);
      await house.with(token).post(`/api/v1/tokens/${(await house.accounts.tokens('lao-cai', user))[0]!.id}/revoke`);
      await publish();
      expect(await heard.end()).toMatch(/^retry: \d+\n\n$/);
    },
    LONG_MS,
  );

  it(
    'tells whoever judges what others hand in that there is something on the desk, and nothing else of theirs',
    async () => {
      const heard = await follow(await house.token(await house.add('so.noi.vu', 'official', FOCAL)));
      const { reports } = (await world.get(`/api/v1/plans/${PLAN}/units/${DISTRICT}`)).body;
      const { id } = reports.find(({ consolidated }: { consolidated: boolean }) => !consolidated);
      await receive(DISTRICT);
      const url = `/api/v1/plans/${PLAN}/units/${DISTRICT}/reports/${encodeURIComponent(id)}/submit`;
      const sent = await world.post(url, { body: { actor: DISTRICT, content: 'Kết quả' }, ifMatch: '*' });
      expect(sent.status).toBe(200);
      const named = namedIn(await heard.until(/changed/));
      expect([[...named.units], [...named.desks]]).toEqual([[], [FOCAL]]);
      const above = await follow(await house.token(await house.add('tinh', 'leader', PROVINCE)));
      const request = { body: { actor: DISTRICT, to: '2022-12-30', reason: 'Chờ số liệu' }, ifMatch: '*' };
      const asked = await world.post(`/api/v1/plans/${PLAN}/units/${DISTRICT}/items/3.5/extension-request`, request);
      expect(asked.status).toBe(200);
      expect([...namedIn(await above.until(/changed/)).desks]).toContain(PROVINCE);
    },
    LONG_MS,
  );

  it(
    'tells each of whom there are many what the policy lets them see of what changed, all of it and no more',
    async () => {
      const { rows } = await database.pool.query<{ unit: string }>(UNITS_OF_PLAN, [PLAN]);
      const untouched = rows.map(({ unit }) => unit).filter((unit) => /^vn-10\.08[23]\./.test(unit));
      const picked = fc.sample(fc.shuffledSubarray(untouched, { minLength: 24, maxLength: 24 }), { seed: 11, numRuns: 1 })[0]!;
      const someUnit = fc.constantFrom(...picked.slice(0, 6), 'vn-10.082', 'vn-10.083', PROVINCE);
      const someRole = fc.constantFrom<Role[]>('official', 'unit-head', 'leader', 'rules-author');
      const people = fc.sample(fc.array(fc.tuple(someRole, someUnit), { minLength: 1, maxLength: 2 }), { seed: 5, numRuns: 8 });
      const readers = await Promise.all(
        people.map(async ([first, second], index) => {
          const user = await house.add(`nguoi.${index}`, ...first!);
          const [role, unit] = second ?? [];
          if (role) await world.post(`/api/v1/users/${user}/grants`, { body: { role, unit } });
          const token = await house.token(user);
          return { token, heard: await follow(token) };
        }),
      );
      for (const unit of picked) await receive(unit);
      await publish();
      let [shown, hidden] = [0, 0];
      for (const { token, heard } of readers) {
        const named = namedIn(await heard.until(/"documents":\[[^\]]*rules/));
        const may = async (unit: string): Promise<boolean> =>
          (await house.with(token).get(`/api/v1/session/why?action=work.read&unit=${unit}`)).body.allowed;
        for (const unit of picked) {
          const isSeen = await may(unit);
          expect([unit, named.units.has(unit)]).toEqual([unit, isSeen]);
          if (isSeen) shown += 1;
          else hidden += 1;
        }
        expect([...named.units].filter((unit) => !picked.includes(unit))).toEqual([]);
        expect(named.plans.has(PLAN)).toBe(await may(PROVINCE));
      }
      expect(Math.min(shown, hidden)).toBeGreaterThan(10);
    },
    LONG_MS,
  );

  it('lets the server close while somebody reads', async () => {
    const heard = await follow(await house.token(await house.add('xa.ba', 'official', COMMUNE)));
    await world.close();
    expect(await heard.end().catch(() => 'cut')).not.toContain('changed');
  });
});
