import type { LocalDate } from '#engine';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type House, houseOf, PASSWORD } from './entering.js';
import { createWorld, identityOver, PROVINCE, TENANT, type World } from './world.js';

const DISTRICT = 'vn-10.086';
const COMMUNE = 'vn-10.086.02905';

let database: TestDatabase;
let world: World;
let house: House;
const code = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

beforeAll(async () => {
  database = await testDatabase();
  const identity = identityOver(database.pool);
  world = await createWorld(database.pool, { door: () => undefined, identity });
  house = houseOf(world, identity);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('Roles', () => {
  it('are granted by administrators within their part only, never to oneself; each change is an event', async () => {
    const boss = await house.add('qt.huyen', 'system-administrator', DISTRICT);
    const admin = house.with(await house.token(boss, { isStrong: true }));
    const made = await admin.post('/api/v1/users', { name: 'moi', shownName: 'Người mới', role: 'official', unit: COMMUNE });
    expect(made.status).toBe(201);
    const outside = { name: 'ngoai', shownName: 'x', role: 'leader' };
    for (const unit of [PROVINCE, 'vn-10.080', undefined])
      expect(code(await admin.post('/api/v1/users', { ...outside, ...(unit && { unit }) }))).toEqual([403, 'access.denied']);
    const own = await admin.post(`/api/v1/users/${boss}/grants`, { role: 'leader', unit: DISTRICT });
    expect(code(own)).toEqual([403, 'rights.own']);
    const leader = await house.add('lanh.dao', 'leader', PROVINCE);
    for (const act of ['link', 'block', 'clear-second-factor'])
      expect(code(await admin.post(`/api/v1/users/${leader}/${act}`))).toEqual([403, 'access.denied']);
    const granted = await admin.post(`/api/v1/users/${made.body.id}/grants`, { role: 'unit-head', unit: DISTRICT });
    expect(granted.status).toBe(201);
    const events = await world.workflow.store.readStream(TENANT, `user/${made.body.id}`);
    expect(events.map(({ type }) => type)).toEqual(['UserAdmitted', 'RoleGranted', 'RoleGranted']);
    expect(JSON.stringify(events)).not.toMatch(/moi"|Người mới/);
    expect(events[1]!.data).toMatchObject({ by: boss, grant: { role: 'official', unit: COMMUNE } });
    const link = String(made.body.link).split('=')[1]!;
    await world.post('/api/v1/session/redeem', { body: { link, password: PASSWORD } });
    const newcomer = await house.browse('moi');
    expect((await newcomer.get(`/api/v1/units/${DISTRICT}/desk`)).status).toBe(200);
    await admin.post(`/api/v1/users/${made.body.id}/grants/${granted.body.id}/revoke`);
    expect(code(await newcomer.get(`/api/v1/units/${DISTRICT}/desk`))).toEqual([403, 'access.denied']);
  });

  it('explain themselves: why somebody may, and why not', async () => {
    const { get } = house.with(await house.token(await house.add('hoi', 'official', COMMUNE)));
    const yes = await get(`/api/v1/session/why?action=work.do&unit=${COMMUNE}`);
    expect(yes.body).toMatchObject({ allowed: true, decision: { role: 'official', place: COMMUNE } });
    const no = await get(`/api/v1/session/why?action=work.read&unit=${DISTRICT}`);
    expect(no.body).toMatchObject({ allowed: false, decision: { code: 'elsewhere', unit: DISTRICT, places: [COMMUNE] } });
    expect(no.body.what.en).toContain('outside what is yours');
  });
});

describe('Escalation through delegation', () => {
  it('is not possible: nothing is lent that is not one’s own, for longer, or on', async () => {
    const [lender, borrower, third] = [
      await house.add('cho.muon', 'leader', DISTRICT),
      await house.add('muon', 'official', COMMUNE),
      await house.add('ba', 'official', COMMUNE),
    ];
    const days = { from: world.clock.now().slice(0, 10), until: '2022-07-31' };
    const [giver, taker] = [house.with(await house.token(lender)), house.with(await house.token(borrower))];
    const address = `/api/v1/session/why?action=plan.issue&unit=${DISTRICT}`;
    expect((await taker.get(address)).body.allowed).toBe(false);
    const lent = await giver.post('/api/v1/delegations', { grant: 'g-cho.muon', to: borrower, ...days });
    expect(lent.status).toBe(201);
    expect((await taker.get(address)).body).toMatchObject({ allowed: true, decision: { lender } });
    expect((await taker.get(`/api/v1/session/why?action=plan.issue&unit=${PROVINCE}`)).body.allowed).toBe(false);
    expect(code(await taker.post('/api/v1/delegations', { grant: 'g-cho.muon', to: third, ...days }))).toEqual([
      403,
      'rights.not-held',
    ]);
    const long = { ...days, until: '2023-01-01' };
    expect(code(await giver.post('/api/v1/delegations', { grant: 'g-cho.muon', to: third, ...long }))).toEqual([
      422,
      'rights.too-long',
    ]);
    await giver.post(`/api/v1/delegations/${lent.body.id}/end`);
    expect((await taker.get(address)).body.allowed).toBe(false);
    expect((await house.people.person(TENANT, lender)).lent.size).toBe(1);
  });
});

describe('Escalation through merged units', () => {
  it('is not possible: officials follow their commune, and nobody climbs to the superior', async () => {
    const [one, other, heir] = ['vn-10.086.02908', 'vn-10.086.02911', 'vn-10.086.heir'];
    const official = house.with(await house.token(await house.add('xa.cu', 'official', one)));
    const former = 'vn-10.086.02926';
    const leader = house.with(await house.token(await house.add('xa.het', 'leader', former, { reach: 'subtree' })));
    const day = world.clock.now().slice(0, 10);
    const chief = house.with(await house.token(await house.add('tinh', 'leader', PROVINCE)));
    const merged = await chief.post('/api/v1/organisation/changes', {
      actor: PROVINCE,
      from: day,
      found: [{ id: heir, name: 'UBND xã Thừa Kế', tier: 'commune', kind: 'peoples-committee', superior: DISTRICT }],
      dissolve: [
        { id: one, successors: [heir] },
        { id: other, successors: [heir] },
        { id: former, successors: [DISTRICT] },
      ],
    });
    expect(merged.status).toBe(201);
    const facts = await world.workflow.store.readStream(TENANT, 'organisation');
    expect(facts.at(-1)).toMatchObject({ actor: null, because: null, by: { role: 'leader', grant: 'g-tinh' } });
    for (const unit of [heir, one, other])
      expect([unit, (await official.get(`/api/v1/units/${unit}/desk`)).status]).toEqual([unit, 200]);
    for (const unit of [DISTRICT, COMMUNE])
      expect(code(await official.get(`/api/v1/units/${unit}/desk`))).toEqual([403, 'access.denied']);
    expect((await official.get(`/api/v1/session/why?action=work.do&unit=${heir}`)).body.allowed).toBe(true);
    expect((await official.get(`/api/v1/session/why?action=work.do&unit=${one}`)).body.decision.code).toBe('unit-ended');
    const climbed = await leader.get(`/api/v1/units/${DISTRICT}/desk`);
    expect([...code(climbed), climbed.body.errors[0].code]).toEqual([403, 'access.denied', 'unit-over']);
  });
});

describe('States of the past', () => {
  it('are seen by rights of today: who had one then sees nothing now, and who has one now all that the unit had, or took over', async () => {
    const desk = (unit: string): string => `/api/v1/units/${unit}/desk?asOf=2022-03-01`;
    const past = (unit: string): string => `/api/v1/audit/as-of/plans/none/units/${unit}?at=2022-03-01`;
    const of = async (name: string, unit: string, days: { from?: LocalDate; until?: LocalDate } = {}) =>
      house.with(await house.token(await house.add(name, 'official', unit, days)));
    const today = world.clock.now().slice(0, 10) as LocalDate;
    const former = await of('truoc.day', COMMUNE, { until: '2022-06-01' as LocalDate });
    expect(code(await former.get(desk(COMMUNE)))).toEqual([403, 'access.denied']);
    expect((await former.get(past(COMMUNE))).body.errors[0].code).toBe('over');
    const newcomer = await of('vua.ve', COMMUNE, { from: today });
    expect((await newcomer.get(desk(COMMUNE))).status).toBe(200);
    expect(code(await newcomer.get(past(COMMUNE)))).toEqual([404, 'not-found']);
    const heir = await of('ke.thua', 'vn-10.086.heir');
    expect((await heir.get(desk('vn-10.086.02908'))).status).toBe(200);
    const [old, now] = [await of('huyen.cu', DISTRICT), await of('huyen.moi', 'vn-10.080')];
    const both = async () => [(await old.get(desk(COMMUNE))).status, (await now.get(desk(COMMUNE))).status];
    expect(await both()).toEqual([200, 403]);
    const chief = house.with(await house.token(await house.add('tinh.doi', 'leader', PROVINCE)));
    const move = { actor: PROVINCE, from: today, move: [{ id: COMMUNE, superior: 'vn-10.080' }] };
    expect((await chief.post('/api/v1/organisation/changes', move)).status).toBe(201);
    expect(await both()).toEqual([403, 200]);
  });
});
