import type { Instant } from '#engine';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, createWorld, PROVINCE, TENANT, type World } from './world.js';

/** A plan of the province whose tasks wait, run from issue, and are bound to a date. */
const TEXT = `kế hoạch "301/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Lào Cai]
  tên: "Kế hoạch thử văn bản"
  đầu mối: [Sở Nội vụ]

nhiệm vụ 1 "Chờ luật"
  chủ trì: [Sở Tư pháp]
  hạn: trong 10 ngày làm việc kể từ khi "Luật có hiệu lực"

nhiệm vụ 2 "Tính từ ngày ban hành"
  chủ trì: [Sở Tư pháp]
  hạn: trong 20 ngày làm việc kể từ ngày ban hành

nhiệm vụ 3 "Có ngày"
  chủ trì: [Sở Tư pháp]
  hạn: chậm nhất ngày 30/9/2022
`;
const JUSTICE = 'Sở Tư pháp';
const DOCUMENT = { number: '77/UBND-NC', date: '2022-07-01', issuer: PROVINCE };

let database: TestDatabase;
let world: World;
let plan: string;
let unit: string;

const address = (rest = ''): string => `/api/v1/plans/${plan}/units/${unit}${rest}`;
const onPlan = (rest: string, body: object): Promise<Answer> => world.post(`/api/v1/plans/${plan}/${rest}`, { body });
const item = async (no: string): Promise<Answer['body']> => (await world.get(address(`/items/${no}`))).body;
const runClock = (to: string): Promise<unknown> => {
  world.clock.advanceTo(`${to}T08:00:00+07:00` as Instant);
  return world.workflow.clock.runUntil(TENANT, world.clock.now());
};

async function issue(text: string): Promise<Answer> {
  const published = await world.post('/api/v1/rules', { body: { text, actor: PROVINCE } });
  expect([
    published.status,
    published.body.diagnostics?.filter((d: { severity: string }) => d.severity === 'error') ?? [],
  ]).toEqual([201, []]);
  return world.post('/api/v1/plans', { body: { rules: published.body.hash, actor: PROVINCE } });
}

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  const issued = await issue(TEXT);
  plan = issued.body.plan;
  const directory = await world.workflow.knowledge.of(TENANT).directory('2022-07-01' as never);
  unit = directory.find(JUSTICE)!.id;
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('A declared event', () => {
  it('is refused where nothing waits for it, it lies ahead, or the actor is not in charge', async () => {
    const body = { actor: PROVINCE, event: 'Luật có hiệu lực', on: '2022-07-01', document: DOCUMENT };
    const refusals = [
      await onPlan('events', { ...body, event: 'Nghị định được ban hành' }),
      await onPlan('events', { ...body, on: '2022-07-09' }),
      await onPlan('events', { ...body, actor: unit }),
      await onPlan('events', { ...body, document: { ...DOCUMENT, date: '2022-07-02' } }),
    ];
    expect(refusals.map(({ status, body: { code } }) => [status, code])).toEqual([
      [422, 'plan.no-such-event'],
      [422, 'plan.event-in-future'],
      [403, 'plan.not-in-charge'],
      [422, 'document.in-future'],
    ]);
    expect(refusals[0]?.body.mend.vi).toContain('Luật có hiệu lực');
  });

  it('wakes what waits for it, once, with a date', async () => {
    expect(await item('1')).toMatchObject({ status: 'dormant', due: null });
    const declared = await onPlan('events', {
      actor: PROVINCE,
      event: 'luật có  hiệu lực',
      on: '2022-07-01',
      document: DOCUMENT,
    });
    expect(declared.status).toBe(201);
    await runClock('2022-07-01');
    expect(await item('1')).toMatchObject({ status: 'assigned', due: '2022-07-15' });
    const again = await onPlan('events', { actor: PROVINCE, event: 'Luật có hiệu lực', on: '2022-07-01', document: DOCUMENT });
    expect([again.status, again.body.code]).toEqual([409, 'plan.event-declared']);
  });
});

describe('A document that changes a plan', () => {
  it('puts tasks off for everybody, and stops their clocks until a day', async () => {
    world.clock.advanceTo('2022-07-04T08:00:00+07:00' as Instant);
    const unknown = await onPlan('amendments', {
      actor: PROVINCE,
      document: DOCUMENT,
      changes: [{ kind: 'withdraw', task: '9' }],
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'plan.no-such-task']);
    const broken = await onPlan('amendments', { actor: PROVINCE, document: DOCUMENT, changes: [{ kind: 'extend', task: '3' }] });
    expect([broken.status, broken.body.code]).toEqual([400, 'request.invalid']);
    const changes = [
      { kind: 'extend', task: '3', until: '2022-10-31' },
      { kind: 'suspend', task: '2', from: '2022-07-05', until: '2022-07-08' },
    ];
    expect((await onPlan('amendments', { actor: PROVINCE, document: DOCUMENT, changes })).status).toBe(201);
    await runClock('2022-07-06');
    expect(await item('3')).toMatchObject({ due: '2022-10-31' });
    expect(await item('2')).toMatchObject({ status: 'suspended' });
    await runClock('2022-07-11');
    expect(await item('2')).toMatchObject({ status: 'assigned', due: '2022-08-03' }); // 28 July and four working days
  });

  it('is decided upon by nobody who does not know it', async () => {
    const known = world.workflow.knowledge.of(TENANT);
    await known.documents();
    const { knowing } = known;
    await onPlan('amendments', {
      actor: PROVINCE,
      document: DOCUMENT,
      changes: [{ kind: 'extend', task: '3', until: '2022-11-30' }],
    });
    await expect(world.workflow.store.append(TENANT, [], { knowing })).rejects.toMatchObject({ code: 'store.conflict' });
  });
});

describe('A calendar published later', () => {
  it('moves what is counted in working days, and says from where to where', async () => {
    const { CALENDAR_STREAM } = await import('#engine');
    const [first] = await world.workflow.store.readStream(TENANT, CALENDAR_STREAM);
    const data = structuredClone(first!.data) as { version: string; years: Record<string, { off: string[]; makeup: string[] }> };
    data.version = `${data.version}-amended`;
    data.years['2022']!.off.push('2022-07-25');
    await world.workflow.organisation.publishCalendar(TENANT, data as never, world.clock.now());
    await runClock('2022-07-11');
    expect(await item('2')).toMatchObject({ due: '2022-08-04' });
    const { body } = await world.get(address('/items/2/history'));
    expect(JSON.stringify(body)).toContain('CalendarApplied');
  });
});

describe('A plan that replaces an earlier one', () => {
  it('ends its open work, and says so in the list of plans', async () => {
    const done = await world.post(address('/items/1/submit'), { body: { actor: unit, note: 'xong' }, ifMatch: '*' });
    expect(done.status).toBe(200);
    world.clock.advanceTo('2022-08-01T08:00:00+07:00' as Instant);
    const text = TEXT.replace('301/KH-UBND', '302/KH-UBND')
      .replace('30/6/2022', '01/8/2022')
      .replace(
        '"Kế hoạch thử văn bản"',
        '"Kế hoạch thay thế"\n  thay thế kế hoạch "301/KH-UBND" ngày 30/6/2022 của [UBND tỉnh Lào Cai]',
      );
    const replacing = await issue(text);
    expect(replacing.status).toBe(201);
    await runClock('2022-08-01');
    expect((await world.get(`/api/v1/plans/${plan}`)).body.status).toBe('replaced');
    expect([(await item('1')).status, (await item('2')).status, (await item('3')).status]).toEqual([
      'submitted',
      'cancelled',
      'cancelled',
    ]);
    const late = await onPlan('end', { actor: PROVINCE, how: 'withdrawn', document: DOCUMENT });
    expect([late.status, late.body.code]).toEqual([409, 'plan.ended']);
  });
});
