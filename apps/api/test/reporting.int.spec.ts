import type { Instant } from '#engine';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, createWorld, PROVINCE, TENANT, type World } from './world.js';

/** A plan of two years with a chain of reports: communes by the 12th, districts by the 14th, summed up by the 17th. */
const TEXT = `kế hoạch "302/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Lào Cai]
  tên: "Kế hoạch thử báo cáo"
  đầu mối: [Sở Nội vụ]
  đến hết ngày 31/12/2023

nhóm [UBND cấp huyện] gồm mọi ủy ban nhân dân cấp huyện
nhóm [UBND cấp xã] gồm mọi ủy ban nhân dân cấp xã

chế độ báo cáo "Kết quả"
  kỳ: 9 tháng; năm
  hạn: chậm nhất ngày 17 của tháng cuối kỳ báo cáo
  mỗi [UBND cấp xã] gửi cấp trên trực tiếp chậm nhất ngày 12 của tháng cuối kỳ báo cáo
  mỗi [UBND cấp huyện] gửi [UBND tỉnh Lào Cai] qua [Sở Nội vụ] chậm nhất ngày 14 của tháng cuối kỳ báo cáo
  tổng hợp: [Sở Nội vụ] gửi [UBND tỉnh Lào Cai] chậm nhất ngày 17 của tháng cuối kỳ báo cáo

trường hợp "vướng mắc" thì mỗi [UBND cấp xã] gửi [UBND tỉnh Lào Cai] qua [Sở Nội vụ]
`;
const DISTRICT = 'vn-10.086';
const FOCAL = 'vn-10.so-noi-vu';

let database: TestDatabase;
let world: World;
let plan: string;
let communes: readonly string[];

const at = (instant: string): void => world.clock.advanceTo(`${instant}:00+07:00` as Instant);
const tick = (): Promise<unknown> => world.workflow.clock.runUntil(TENANT, world.clock.now());
const of = (unit: string, rest = ''): string => `/api/v1/plans/${plan}/units/${unit}${rest}`;
const act = (unit: string, rest: string, body: object): Promise<Answer> => world.post(of(unit, rest), { body, ifMatch: '*' });
const send = async (unit: string, report = '1@2022-9M'): Promise<void> => {
  const { status, body } = await act(unit, `/reports/${encodeURIComponent(report)}/submit`, { actor: unit, content: 'Kết quả' });
  if (status !== 200) throw new Error(JSON.stringify(body));
};
const reportOf = async (unit: string, id: string): Promise<Answer['body']> =>
  (await world.get(of(unit))).body.reports.find((report: { id: string }) => report.id === id);
const onPlan = async (rest: string): Promise<Answer['body']> => (await world.get(`/api/v1/plans/${plan}/${rest}`)).body;

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  const published = await world.post('/api/v1/rules', { body: { text: TEXT, actor: PROVINCE } });
  expect(published.body.diagnostics?.filter((each: { severity: string }) => each.severity === 'error') ?? published.body).toEqual(
    [],
  );
  const issued = await world.post('/api/v1/plans', { body: { rules: published.body.hash, actor: PROVINCE } });
  plan = issued.body.plan;
  const directory = await world.workflow.knowledge.of(TENANT).directory('2022-07-01' as never);
  communes = directory.select({ kind: 'peoples-committee', tier: 'commune' }, DISTRICT as never).map(({ id }) => id);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('A consolidation', () => {
  it('closes on its day over the streams of those that report to it, and names who came late and who is missing', async () => {
    at('2022-09-12T16:00');
    for (const commune of communes.slice(2)) await send(commune);
    at('2022-09-13T09:00');
    await send(communes[1]!);
    at('2022-09-14T15:00');
    await send(DISTRICT);
    expect((await reportOf(DISTRICT, '1@2022-9M')).closed).toBeNull();
    at('2022-09-15T08:00');
    await tick();
    expect((await reportOf(DISTRICT, '1@2022-9M')).closed).toEqual({
      at: '2022-09-15T00:00:00+07:00',
      received: communes.slice(1),
      late: [communes[1]],
      missing: [communes[0]],
      cameAfter: [],
    });
  });

  it('closes before whatever is done after its day, however late the clock comes by', async () => {
    at('2022-09-18T08:00');
    const summed = await act(FOCAL, '/reports/1@2022-9M:all/submit', { actor: FOCAL, content: 'Tổng hợp' });
    expect(summed.status).toBe(200);
    const { closed, inputs } = await reportOf(FOCAL, '1@2022-9M:all');
    expect([closed.at, closed.received, closed.missing.length]).toEqual([
      '2022-09-18T00:00:00+07:00',
      [DISTRICT],
      inputs.expected - 1,
    ]);
  });

  it('shows what came after, which a submission anew takes in once it has been sent back on the way', async () => {
    await send(communes[0]!);
    expect((await reportOf(DISTRICT, '1@2022-9M')).closed.cameAfter).toEqual([communes[0]]);
    const accept = await act(DISTRICT, '/reports/1@2022-9M/accept', { actor: FOCAL });
    expect([accept.status, accept.body.code]).toEqual([403, 'report.not-receiver']);
    expect((await act(DISTRICT, '/reports/1@2022-9M/return', { actor: FOCAL, reason: 'Thiếu một xã' })).status).toBe(200);
    at('2022-09-19T08:00');
    await send(DISTRICT);
    await tick();
    const { closed, inputs } = await reportOf(DISTRICT, '1@2022-9M');
    expect([closed.at, closed.received, closed.missing]).toEqual(['2022-09-19T08:00:00+07:00', communes, []]);
    expect(inputs.missing).toEqual([]);
  });
});

describe('Completeness', () => {
  it('is received out of expected, on time out of expected, by unit and period, over those whose day has passed', async () => {
    const districts = await onPlan('completeness?asOf=2022-09-19T12:00:00%2B07:00');
    const own = districts.rows.find((row: { unit: { id: string } }) => row.unit.id === DISTRICT);
    const expected = communes.length + 1;
    // The one commune that was late on the 13th, the one of the 18th, and the district's own, sent anew on the 19th.
    expect(own.periods['2022-9M']).toMatchObject({ expected, received: expected, onTime: expected - 3, completeness: 100 });
    expect(districts.periods.map(({ label }: { label: string }) => label)).toEqual(['2022-9M']);
    expect(districts.rate.expected).toBe(districts.rows.reduce((sum: number, row: Answer['body']) => sum + row.rate.expected, 0));
  });

  it('goes down to single units, and says who is missing', async () => {
    const below = await onPlan(`completeness?within=${DISTRICT}&asOf=2022-09-19T12:00:00%2B07:00`);
    expect(below.rows.map((row: Answer['body']) => [row.unit.id, row.withBelow])).toEqual([
      [DISTRICT, false],
      ...communes.map((commune) => [commune, true]),
    ]);
    const then = '2022-09-13T00:00:00%2B07:00';
    const missing = await onPlan(`missing-reports?within=${DISTRICT}&period=2022-9M&asOf=${then}`);
    const { rate } = await onPlan(`completeness?within=${DISTRICT}&asOf=${then}`);
    // Of that day, though it came in on the 18th.
    expect([missing.total, missing.reports[0].unit.id]).toEqual([rate.expected - rate.received, communes[0]]);
    const elsewhere = await onPlan('missing-reports?period=2022-9M');
    expect(elsewhere.total).toBeGreaterThan(100);
    expect(elsewhere.reports[0]).toMatchObject({ label: '2022-9M', due: '2022-09-12' });
  });
});

describe('A report beyond the regime', () => {
  it('is asked of every unit of a class in one append, by those who may', async () => {
    const before = (await world.workflow.store.head(TENANT)) + 1;
    const body = {
      actor: PROVINCE,
      kind: 'peoples-committee',
      tier: 'commune',
      within: DISTRICT,
      title: 'Thiệt hại do mưa lũ',
      due: '2022-09-21',
      time: '16:00',
    };
    const asked = await world.post(`/api/v1/plans/${plan}/report-requests`, { body });
    expect([asked.status, asked.body.asked, asked.body.refused]).toEqual([201, communes.length, []]);
    const events = await world.workflow.store.readAll(TENANT, before - 1);
    expect(events.filter(({ type }) => type === 'ReportRequested')).toHaveLength(communes.length);
    expect(await reportOf(communes[0]!, 'request@2022-09-19')).toMatchObject({
      asked: 'Thiệt hại do mưa lũ',
      due: '2022-09-21',
      dueTime: '16:00',
      to: { id: PROVINCE },
      status: 'expected',
    });
  });

  it('is refused to those who may not ask, without a title, and for a day that has passed', async () => {
    const ask = (more: object) =>
      act(communes[0]!, '/report-requests', { actor: PROVINCE, title: 'Báo cáo nhanh', due: '2022-09-30', ...more });
    const answers = [await ask({ actor: communes[1] }), await ask({ due: '2022-09-18' }), await ask({ title: ' ' })];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'report.may-not-ask'],
      [422, 'report.due-passed'],
      [400, 'request.invalid'],
    ]);
  });

  it('is owed by a unit that says that a case is there, on the next working day', async () => {
    const raised = await act(communes[0]!, '/cases', { actor: communes[0], condition: 'Vướng  mắc' });
    expect(raised.status).toBe(200);
    expect(await reportOf(communes[0]!, 'case@2022-09-19')).toMatchObject({
      asked: 'vướng mắc',
      due: '2022-09-20',
      to: { id: PROVINCE },
      via: { id: FOCAL },
    });
    const unknown = await act(communes[0]!, '/cases', { actor: communes[0], condition: 'bão' });
    expect([unknown.status, unknown.body.code, unknown.body.mend.vi]).toEqual([
      422,
      'case.unknown',
      expect.stringContaining('vướng mắc'),
    ]);
  });
});

describe('The next year', () => {
  it('opens its periods at its beginning', async () => {
    at('2022-12-31T23:59');
    await tick();
    expect(await reportOf(DISTRICT, '1@2023-9M')).toBeUndefined();
    at('2023-01-01T00:00');
    await tick();
    expect(await reportOf(DISTRICT, '1@2023-9M')).toMatchObject({ due: '2023-09-14', inputs: { expected: communes.length } });
  });
});
