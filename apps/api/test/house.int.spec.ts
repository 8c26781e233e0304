import { ExportVerifier, eventHash, hashFrom, openCheckpoint, provesInclusion, readKey } from '#audit';
import type { Instant } from '#engine';
import { PostgresClock, seal } from '#persistence';
import { knownKey, testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gunzipSync } from 'node:zlib';
import { createWorld, PLAN, PROVINCE, TENANT, type World } from './world.js';

/** What auditors take away, what leaders read by tasks, and what those look at who look after the house. */

const DISTRICT = 'vn-10.086';
const LATER = '2022-09-20T09:00:00+07:00' as Instant;

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  await world.issueProvince();
  world.clock.advanceTo(LATER);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const body = async (path: string) => (await world.get(`/api/v1/${path}`)).body;

describe('The table of tasks', () => {
  it('counts what the cascade counts, and each cell the items that it opens', async () => {
    const table = await body(`plans/${PLAN}/tasks`);
    expect(table.all).toEqual((await body(`plans/${PLAN}/progress`)).items);
    const row = table.rows.find(({ unit }: { unit: { id: string } }) => unit.id === DISTRICT);
    const [task] = Object.keys(row.tasks).filter((each) => row.tasks[each].overdue > 0);
    const { items, next } = await body(`items?plan=${PLAN}&within=${DISTRICT}&task=${task}&standing=overdue&limit=200`);
    expect([items.length, next]).toEqual([row.tasks[task!].overdue, null]);
    expect(new Set(items.map((item: { task: string }) => item.task))).toEqual(new Set([task]));
  });

  it('goes down the tree', async () => {
    const table = await body(`plans/${PLAN}/tasks?within=${DISTRICT}`);
    const [own, ...below] = table.rows;
    expect([own.unit.id, own.withBelow]).toEqual([DISTRICT, false]);
    expect(below.every(({ unit }: { unit: { superior: string } }) => unit.superior === DISTRICT)).toBe(true);
    expect(await world.get(`/api/v1/plans/${PLAN}/tasks?within=nobody`)).toMatchObject({ status: 404 });
  });
});

describe('What an auditor takes away', () => {
  it('is nothing before the log is sealed', async () => {
    for (const path of ['export', 'export?event=1', 'proofs/event?position=1'])
      expect(await world.get(`/api/v1/audit/${path}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('is an event that proves itself', async () => {
    while ((await seal(database.pool, { tenant: TENANT, key: (tenant) => knownKey(tenant), checkpointMs: 0 })).more);
    const proved = await body('audit/proofs/event?position=42');
    const { size, root } = openCheckpoint(proved.note, readKey(proved.key)!)!;
    const hash = eventHash(proved.tenant, proved.event);
    const proof = proved.proof.map((text: string) => hashFrom(text)!);
    expect(provesInclusion({ leaf: 41, size, hash, proof, root })).toBe(true);
    expect(provesInclusion({ leaf: 41, size, hash: eventHash(TENANT, { ...proved.event, data: '{}' }), proof, root })).toBe(
      false,
    );
    for (const path of ['proofs/event?position=99999999', 'export?event=99999999'])
      expect(await world.get(`/api/v1/audit/${path}`)).toMatchObject({ status: 404 });
  });

  it.each(['', `?plan=${PLAN}`, `?unit=${DISTRICT}`, '?event=42'])(
    'is an archive%s that holds on another machine',
    async (scope) => {
      const answer = await world.app.inject({ method: 'GET', url: `/api/v1/audit/export${scope}` });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/gzip']);
      const verifier = new ExportVerifier({ keys: [(await body('audit/checkpoint')).key] });
      verifier.push(gunzipSync(answer.rawPayload));
      expect(verifier.finish()).toMatchObject({ ok: true, finding: null });
    },
  );

  it('has no archive of what is not there', async () => {
    expect(await world.get('/api/v1/audit/export?plan=nothing')).toMatchObject({ status: 404 });
    expect(await world.get('/api/v1/audit/export?unit=nobody')).toMatchObject({ status: 404 });
  });
});

describe('The house', () => {
  it('shows how the work in the background goes, and has what is stuck tried again', async () => {
    const [wakeUp] = (await database.pool.query<{ stream: string; at: Instant }>('select stream, at from wake_up limit 1')).rows;
    const clock = new PostgresClock(database.pool);
    await clock.setAside(TENANT, [{ ...wakeUp!, reason: 'fails' }]);
    await clock.beat('machine 1');
    const now = await body('operations');
    expect([now.stuck, now.workers[0].worker, now.lateness.longer > 0]).toEqual([1, 'machine 1', true]);
    expect((await body('operations/stuck')).items).toMatchObject([{ stream: wakeUp!.stream, reason: 'fails' }]);
    const retried = await world.post('/api/v1/operations/stuck/retry', { body: { stream: wakeUp!.stream } });
    expect([retried.status, retried.body]).toEqual([200, { retried: 1 }]);
    expect((await body('operations')).stuck).toBe(0);
  });

  it('has its units on any day, and what becomes otherwise', async () => {
    const tops = await body('organisation/units');
    expect([tops.on, tops.units.map(({ unit }: { unit: { id: string } }) => unit.id)]).toEqual(['2022-09-20', [PROVINCE]]);
    expect(await body('organisation/changes')).toEqual({ total: 0, changes: [] });
    const rename = [{ id: DISTRICT, name: 'UBND thị xã Bảo Thắng' }];
    const done = await world.post('/api/v1/organisation/changes', { body: { actor: PROVINCE, from: '2022-12-01', rename } });
    expect(done.status).toBe(201);
    const [change] = (await body('organisation/changes')).changes;
    expect(change).toMatchObject({ from: '2022-12-01', kind: 'renamed', unit: { id: DISTRICT }, before: 'UBND huyện Bảo Thắng' });
    const nameOn = async (day: string) =>
      (await body(`organisation/units?superior=${PROVINCE}&on=${day}`)).units.find(
        ({ unit }: { unit: { id: string } }) => unit.id === DISTRICT,
      ).unit.name;
    expect([await nameOn('2022-11-30'), await nameOn('2022-12-01')]).toEqual(['UBND huyện Bảo Thắng', rename[0]!.name]);
  });

  it('publishes a calendar once for a key, and none that cannot be', async () => {
    const [held] = (await body('calendars')).items;
    const calendar = { version: 'next', years: { ...held.years, '2022': { off: ['2022-10-03'], makeup: [] } } };
    const call = { body: { calendar }, key: 'calendar-1' };
    const first = await world.post('/api/v1/calendars', call);
    const again = await world.post('/api/v1/calendars', call);
    expect([first.status, again.body, again.headers['idempotency-replayed']]).toEqual([201, first.body, 'true']);
    expect((await body('calendars')).items.map(({ version }: { version: string }) => version)).toEqual(['next', held.version]);
    const wrong = await world.post('/api/v1/calendars', {
      body: { calendar: { version: 'x', years: { '2022': { off: ['2022-10-02'], makeup: [] } } } },
    });
    expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'calendar.off-on-weekend']);
  });
});
