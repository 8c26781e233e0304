import type { Instant } from '#engine';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createWorld, DISTRICT_TEXT, PLAN, TENANT, type World } from './world.js';

const UNIT = 'vn-10.086';
const ADDRESS = `/api/v1/plans/${PLAN}/units/${UNIT}`;

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await world.issueProvince();
}, 60_000);

/** The day on which the district's plan is dated. */
const DATED = '2022-07-11T08:00:00+07:00' as Instant;
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const issue = (text: string, more: { key?: string; ifMatch?: string; unit?: string } = {}) => {
  const { unit = UNIT, key = randomUUID(), ifMatch = '*' } = more;
  return world.post(`/api/v1/plans/${PLAN}/units/${unit}/own-plan`, { key, ifMatch, body: { actor: unit, text } });
};
const head = (): Promise<number> => world.workflow.store.head(TENANT);

describe('A unit’s own plan', () => {
  it('is refused, naming the task, where it drops what the parent assigns', async () => {
    const before = await head();
    const refused = await issue(DISTRICT_TEXT.replace('nhận mọi nhiệm vụ được giao', ''));
    expect([refused.status, refused.body.code]).toEqual([422, 'rules.invalid']);
    const dropped = refused.body.errors.filter(({ code }: { code: string }) => code === 'KH6002');
    expect(dropped.map(({ detail }: { detail: string }) => detail).join('\n')).toMatch(/\b1\.2\b/);
    for (const { messages } of dropped) expect(messages.en).toMatch(/drops task/);
    expect(await head()).toBe(before);
  });

  it('is refused, naming task and both dates, where it loosens a deadline', async () => {
    const refused = await issue(DISTRICT_TEXT.replace('hạn: trước ngày 31/8/2022', 'hạn: trước ngày 31/12/2022'));
    expect(refused.status).toBe(422);
    const loosened = refused.body.errors.find(({ code }: { code: string }) => code === 'KH6003');
    expect(loosened.messages.vi).toMatch(/3\.5.*30\/9\/2022.*30\/12\/2022/);
    expect(loosened.messages.en).toMatch(/3\.5.*30\/9\/2022.*30\/12\/2022/);
  });

  it('is refused where it is another unit’s, or does not carry out this plan', async () => {
    expect((await issue(DISTRICT_TEXT, { unit: 'vn-10.080' })).body).toMatchObject({ status: 422, code: 'own-plan.other-unit' });
    const alone = DISTRICT_TEXT.split('\n')
      .filter((line) => !/thực hiện kế hoạch|nhận mọi|cụ thể hóa/.test(line))
      .join('\n');
    const refused = await issue(alone);
    expect(refused.status).toBe(422);
  });

  it('is refused under a key that another request has used, and publishes nothing', async () => {
    const key = randomUUID();
    const received = await world.post(`/api/v1/plans/${PLAN}/units/vn-10.080/receive`, {
      key,
      ifMatch: '*',
      body: { actor: 'vn-10.080' },
    });
    expect(received.status).toBe(200);
    const before = await head();
    expect((await issue(DISTRICT_TEXT, { key })).body).toMatchObject({ status: 422, code: 'store.idempotency-mismatch' });
    expect(await head()).toBe(before);
  });

  it('is refused on a version that is no longer the newest', async () => {
    expect((await issue(DISTRICT_TEXT, { ifMatch: '"9"' })).body).toMatchObject({ status: 412, code: 'version.stale' });
  });

  it('is not issued before the day that it is dated', async () => {
    const early = await issue(DISTRICT_TEXT);
    expect([early.status, early.body.code]).toEqual([422, 'plan.dated-ahead']);
    world.clock.advanceTo(DATED);
  });

  it('replaces the provisional unit plans below it, once, and keeps their history', async () => {
    const commune = (await world.get(`/api/v1/units?superior=${UNIT}&limit=200`)).body.items.find(
      ({ tier }: { tier: string }) => tier === 'commune',
    ).id;
    const before = (await world.get(`/api/v1/plans/${PLAN}/units/${commune}`)).body;
    expect(before).toMatchObject({ source: PLAN, version: 1 });
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => issue(DISTRICT_TEXT, { key, ifMatch: '"1"' })));
    answers.push(await issue(DISTRICT_TEXT, { key, ifMatch: '"1"' }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const { plan, position, replaced } = answers[0]!.body;
    expect(replaced).toBeGreaterThan(1);
    const after = (await world.get(`/api/v1/plans/${PLAN}/units/${commune}?minPosition=${position}`)).body;
    // Derived, reminded on 7 July of what is due on the 14th, replaced.
    expect(after).toMatchObject({ source: plan, version: 3 });
    expect((await world.get(ADDRESS)).body.ownPlan).toBe(plan);
    const events = await world.workflow.store.readAll(TENANT, 0);
    expect(events.filter(({ type }) => type === 'OwnPlanIssued')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'PlanIssued')).toHaveLength(2);
  });

  it('shows in an item’s history which text moved its deadline', async () => {
    const { body } = await world.get(`${ADDRESS}/items/3.5/history`);
    const [derived, replaced] = body.items;
    expect([derived.type, replaced.type]).toEqual(['UnitPlanDerived', 'UnitPlanReplaced']);
    expect(replaced.data.moved).toMatchObject({ item: '3.5', from: '2022-09-30', to: '2022-08-30' });
    expect(replaced.task.rules).not.toBe(derived.task.rules);
    expect(replaced.task.line).toMatch(/^nhiệm vụ 2\b/);
  });

  it('finds items whose number has a slash in it', async () => {
    const { items } = (await world.get(`/api/v1/items?plan=${PLAN}&limit=200&unit=${UNIT}.phong-noi-vu`)).body;
    const own = items.find(({ id }: { id: string }) => id.includes('/'));
    const address = `/api/v1/plans/${PLAN}/units/${own.unit.id}/items/${encodeURIComponent(own.id)}`;
    expect((await world.get(address)).body.id).toBe(own.id);
  });

  it('is issued once: another one is refused', async () => {
    const other = DISTRICT_TEXT.replace('126/KH-UBND', '127/KH-UBND');
    expect((await issue(other)).body).toMatchObject({ status: 409, code: 'own-plan.already-issued' });
  });

  it('can be issued from the ready draft, in either language', async () => {
    for (const [unit, language] of [
      ['vn-10.085', 'vi'],
      ['vn-10.087', 'en'],
    ] as const) {
      const draft = await world.get(`/api/v1/plans/${PLAN}/units/${unit}/draft?language=${language}&number=31/KH-UBND`);
      expect(draft.headers['content-type']).toBe('text/plain; charset=utf-8');
      expect(draft.body).toContain('"31/KH-UBND"');
      const issued = await issue(draft.body, { unit });
      expect([issued.status, issued.body.errors]).toEqual([201, undefined]);
    }
  });
});
