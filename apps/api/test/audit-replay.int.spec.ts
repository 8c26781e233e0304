import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, PLAN, PROVINCE_TEXT, TENANT, type World } from './world.js';

const UNIT = 'vn-10.086';
const AT = '2022-07-02T08:00:00+07:00';
const BEFORE = '2022-07-01T09:00:00+07:00';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await world.issueProvince();
  world.clock.advanceTo(AT as never);
  const received = await world.post(`/api/v1/plans/${PLAN}/units/${UNIT}/receive`, { body: { actor: UNIT }, ifMatch: '*' });
  expect(received.status).toBe(200);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const asOf = (view: string, at: string, more = '') =>
  world.get(`/api/v1/audit/as-of/plans/${PLAN}${view}?at=${encodeURIComponent(at)}${more}`);

describe('Earlier states over the API', () => {
  it('are the views of today, as they were', async () => {
    for (const view of ['/cascade', '/progress', '/late-list', '/completeness', `/units/${UNIT}`]) {
      const now = await world.get(`/api/v1/plans/${PLAN}${view}?asOf=${encodeURIComponent(AT)}`);
      expect(await asOf(view, AT)).toMatchObject({ status: 200, body: now.body });
    }
    const [plan, trend] = [await asOf('', AT), await asOf('/trend', AT, '&from=2022-06-01')];
    expect([plan.body.id, plan.body.status, trend.body.days.length]).toEqual([PLAN, 'cascaded', 32]);
  });

  it('of an item and a report are found, and those of before the plan are not', async () => {
    const { body } = await asOf(`/units/${UNIT}`, BEFORE);
    const [item] = body.items;
    const [report] = body.reports;
    const place = `/units/${UNIT}`;
    expect((await asOf(`${place}/items/${item.id}`, BEFORE)).body).toMatchObject({ status: 'assigned' });
    expect((await asOf(`${place}/items/${item.id}`, AT)).body).toMatchObject({ status: 'received' });
    expect((await asOf(`${place}/reports/${encodeURIComponent(report.id)}`, AT)).body).toEqual(report);
    expect(await asOf('', '2022-06-01')).toMatchObject({ status: 404 });
    expect(await asOf('', AT, '&recorded=true')).toMatchObject({ status: 404 }); // recorded years later
    expect(await asOf('', 'never')).toMatchObject({ status: 400 });
  });
});

describe('Changes over the API', () => {
  it('come in pages and in lines', async () => {
    const span = `from=${encodeURIComponent(BEFORE)}&to=2022-07-02`;
    const page = await world.get(`/api/v1/audit/changes?${span}&unit=${UNIT}`);
    const types = page.body.items.map(({ type, kind }: { type: string; kind: string }) => [type, kind]);
    expect(types).toContainEqual(['UnitPlanReceived', 'work']);
    const { headers, payload } = await world.app.inject({
      method: 'GET',
      url: `/api/v1/audit/changes/lines?${span}&unit=${UNIT}`,
    });
    expect(String(headers['content-type'])).toMatch(/^application\/x-ndjson/);
    const lines = payload.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(page.body.items);
  });
});

describe('Recomputing over the API', () => {
  it('finds the log as it must be, and says where it is not', async () => {
    const done = await world.post('/api/v1/audit/recompute', { body: {} });
    expect(done).toMatchObject({ status: 200, body: { tenant: TENANT, difference: null, whole: true } });
    expect(done.body.recomputed).toBeGreaterThan(100);
    expect(await world.post('/api/v1/audit/recompute', { body: { plan: 'none' } })).toMatchObject({ status: 404 });
  });
});

describe('What if over the API', () => {
  it('tells what would have been, and refuses what it cannot tell', async () => {
    const head = await world.workflow.store.head(TENANT);
    const same = await world.post('/api/v1/audit/what-if', { body: { plan: PLAN, rules: PROVINCE_TEXT } });
    expect(same).toMatchObject({ status: 200, body: { total: 0, notCarried: [] } });
    const calendar = { version: 'other', years: { '2022': { off: ['2022-07-04'], makeup: [] } } };
    const other = await world.post('/api/v1/audit/what-if', { body: { plan: PLAN, calendar } });
    expect(other.status).toBe(200);
    const bad = await world.post('/api/v1/audit/what-if', { body: { plan: PLAN, calendar: { version: 1 } } });
    expect(bad).toMatchObject({ status: 422, body: { code: 'data.invalid' } });
    const organisation = { from: '2022-07-02', dissolve: [{ id: UNIT }] };
    const gone = await world.post('/api/v1/audit/what-if', { body: { plan: PLAN, at: BEFORE, organisation } });
    expect(gone.status).toBe(422); // those below it would stand under nobody
    expect(await world.workflow.store.head(TENANT)).toBe(head);
  });
});
