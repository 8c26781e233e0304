import type { Instant } from '#engine';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, PROVINCE, TENANT, type World } from './world.js';

const TEXT = `kế hoạch "302/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Lào Cai]
  tên: "Kế hoạch thử tổ chức"
  đầu mối: [Sở Nội vụ]

nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

nhiệm vụ 1 "Rà soát"
  chủ trì: mỗi [UBND cấp xã]
  hạn: chậm nhất ngày 30/12/2022
`;
const COMMUNE = 'vn-10.086.02905';
const OTHER = 'vn-10.086.02908';
const HEIR = 'vn-10.086.new';
const CHANGES = {
  actor: PROVINCE,
  from: '2022-07-05',
  found: [{ id: HEIR, name: 'UBND xã Phiệt Cầm', tier: 'commune', kind: 'peoples-committee', superior: 'vn-10.086' }],
  dissolve: [
    { id: COMMUNE, successors: [HEIR] },
    { id: OTHER, successors: [HEIR] },
  ],
};

let database: TestDatabase;
let world: World;
let plan: string;
const post = (body: object) => world.post('/api/v1/organisation/changes', { body });
const items = async (unit: string) => (await world.get(`/api/v1/plans/${plan}/units/${unit}`)).body.items;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  const { body: published } = await world.post('/api/v1/rules', { body: { text: TEXT, actor: PROVINCE } });
  expect(published.diagnostics).toEqual([]);
  plan = (await world.post('/api/v1/plans', { body: { rules: published.hash, actor: PROVINCE } })).body.plan;
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('Changing the organisation over the API', () => {
  it('refuses changes that do not fit, and says where', async () => {
    const { status, body } = await post({ ...CHANGES, dissolve: [{ id: 'vn-10.nobody' }] });
    expect([status, body.code]).toEqual([422, 'organisation.invalid']);
    expect(body.errors).toMatchObject([{ pointer: '/dissolve/0/id', code: 'organisation.unknown-unit' }]);
    expect((await post({ ...CHANGES, found: 'all' })).status).toBe(400);
  });

  it('takes a whole country of changes in one body, and no more of anything else', async () => {
    const dissolve = Array.from({ length: 12_000 }, (_, n) => ({
      id: `vn-10.nobody-${n}`,
      successors: [`vn-10.${'x'.repeat(90)}`],
    }));
    const { status, body } = await post({ ...CHANGES, dissolve });
    expect([status, body.code]).toEqual([422, 'organisation.invalid']);
    const text = 'x'.repeat(1_500_000);
    expect((await world.post('/api/v1/rules', { body: { text, actor: PROVINCE } })).body.code).toBe('request.too-large');
  });

  it('foresees on a copy what a merger will do on its day, and records nothing', async () => {
    const { actor: _, ...asked } = CHANGES;
    const head = await world.workflow.store.head(TENANT);
    const { status, body } = await world.post('/api/v1/organisation/changes/preview', { body: asked });
    expect(status).toBe(200);
    const heir = [{ id: HEIR, name: 'UBND xã Phiệt Cầm' }];
    expect(body.changes.map(({ kind, successors }: { kind: string; successors: object[] }) => [kind, successors])).toEqual([
      ['ended', heir],
      ['ended', heir],
      ['founded', []],
    ]);
    expect([body.left, body.cascades]).toMatchObject([
      [],
      [
        {
          id: plan,
          number: '302/KH-UBND',
          transferred: 2,
          inherited: 1,
          handedOver: 2,
          ended: {},
          unresolved: [],
          ways: [
            { unit: { id: COMMUNE }, to: heir, reason: 'succeeded', items: 1, reports: 0, duties: 0 },
            { unit: { id: OTHER }, to: heir, reason: 'succeeded', items: 1, reports: 0, duties: 0 },
          ],
        },
      ],
    ]);
    const alone = await world.post('/api/v1/organisation/changes/preview', {
      body: { from: '2022-07-05', dissolve: [{ id: COMMUNE }] },
    });
    expect(alone.body.cascades).toMatchObject([
      {
        ended: { 'no-successor': 1 },
        unresolved: [{ unit: { id: COMMUNE }, obligation: 'item 1', reason: 'no-successor' }],
        ways: [{ to: [], reason: 'no-successor', items: 1 }],
      },
    ]);
    const apart = { from: '2022-07-05', dissolve: [{ id: COMMUNE }, { id: OTHER, from: '2022-07-06' }] };
    const { body: twice } = await world.post('/api/v1/organisation/changes/preview', { body: apart });
    const unitsOf = ({ ways }: { ways: { unit: { id: string } }[] }) => ways.map(({ unit }) => unit.id);
    expect(twice.cascades.map(unitsOf)).toEqual([[COMMUNE], [OTHER]]);
    const bad = await world.post('/api/v1/organisation/changes/preview', { body: { ...asked, dissolve: [{ id: 'vn-10.x' }] } });
    expect([bad.status, bad.body.code]).toEqual([422, 'organisation.invalid']);
    expect(await world.workflow.store.head(TENANT)).toBe(head);
    expect((await world.get(`/api/v1/units/${HEIR}`)).status).toBe(404);
  });

  it('lets two communes become one on the day, and their open work with them', async () => {
    const { status, body } = await post(CHANGES);
    expect([status, body]).toMatchObject([201, { effective: ['2022-07-05T00:00:00+07:00'], cascades: [] }]);
    world.clock.advanceTo('2022-07-05T00:00:00+07:00' as Instant);
    await world.workflow.clock.runUntil(TENANT, world.clock.now());
    expect((await items(COMMUNE)).map(({ status: of }: { status: string }) => of)).toEqual(['transferred']);
    expect(await items(HEIR)).toMatchObject([{ id: '1', due: '2022-12-30', status: 'assigned' }]);
    expect((await world.get(`/api/v1/units/${HEIR}`)).body.name).toBe('UBND xã Phiệt Cầm');
  });

  it('acts at once on a day that has come, and says what it did', async () => {
    const { status, body } = await post({ actor: PROVINCE, from: '2022-07-05', dissolve: [{ id: 'vn-10.086.02911' }] });
    expect(status).toBe(201);
    expect(body.cascades).toMatchObject([
      { id: plan, transferred: 1, ended: { 'no-successor': 1 }, unresolved: [{ unit: 'vn-10.086.02911', obligation: 'item 1' }] },
    ]);
  });
});
