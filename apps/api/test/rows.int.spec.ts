import type { Subject, UserId } from '#identity';
import type { UnitId } from '#engine';
import type { TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hear, listening } from './hearing.js';
import type { Answer, World } from './world.js';

/**
 * With the policy mutated away, so that it allows everything to everybody and limits no list, the database alone still stops every read
 * and every write outside of what somebody's rights reach. Each call is made twice: by whoever has every role, but in another district,
 * and by whoever has them all over the house, to whom it must show or do what it says.
 */
const identity = { ...(await import('#identity')) };
jest.unstable_mockModule('#identity', () => ({
  ...identity,
  decide: (_: unknown, { action }: { action: string }) => ({
    allowed: true,
    action,
    role: null,
    grant: null,
    place: null,
    lender: null,
  }),
  visibleUnits: () => null,
}));
const { createWorld, DISTRICT_TEXT, PLAN, PROVINCE, PROVINCE_TEXT, TENANT } = await import('./world.js');
const { EVERYBODY, isOnCitus, knownKey, rightNow, testDatabase } = await import('#testing');
const { advance, logProjection, seal } = await import('#persistence');
const { listen } = await import('../src/listen.js');

const [DISTRICT, COMMUNE, ELSEWHERE] = ['vn-10.086', 'vn-10.086.02905', 'vn-10.080'];
const STRANGER: Subject = {
  ...EVERYBODY,
  user: 'u-stranger' as UserId,
  rights: identity.ROLES.map((role) => rightNow(role, ELSEWHERE as UnitId, 'subtree')),
};
/** A plan with what the province's real one has not: a case, an event that is waited for. */
const TEXT = `kế hoạch "303/KH-UBND" ban hành ngày 30/6/2022 của [UBND tỉnh Lào Cai]
  tên: "Kế hoạch thử phạm vi"
  đầu mối: [Sở Nội vụ]
  đến hết ngày 31/12/2023

nhóm [UBND cấp huyện] gồm mọi ủy ban nhân dân cấp huyện

nhiệm vụ 1 "Chờ luật"
  chủ trì: mỗi [UBND cấp huyện]
  hạn: trong 10 ngày làm việc kể từ khi "Luật có hiệu lực"

chế độ báo cáo "Kết quả"
  kỳ: năm
  hạn: chậm nhất ngày 17 của tháng cuối kỳ báo cáo
  mỗi [UBND cấp huyện] gửi [UBND tỉnh Lào Cai] chậm nhất ngày 14 của tháng cuối kỳ báo cáo

trường hợp "vướng mắc" thì mỗi [UBND cấp huyện] gửi [UBND tỉnh Lào Cai]
`;
const SECOND = '303-KH-UBND_2022-06-30_vn-10';

let database: TestDatabase;
let world: World;
let address: string;
let user: string;
let report: string;
let third: string;
let grant: string;

const asStranger = { 'x-person': 'stranger' };
/** The first that the live log says of what stands after a position. */
async function follow(after: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const gone = new AbortController();
  const open = await fetch(`${address}/api/v1/events/stream`, {
    headers: { ...headers, 'last-event-id': after },
    signal: gone.signal,
  });
  return hear(open, /alive|recorded/).finally(() => gone.abort());
}
const head = (): Promise<number> => world.workflow.store.head(TENANT);

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool, {
    door: ({ headers }) => (headers['x-person'] === 'stranger' ? STRANGER : EVERYBODY),
  });
  address = `http://127.0.0.1:${await listen(world.app, { port: 0 })}`;
  await world.issueProvince();
  const published = await world.post('/api/v1/rules', { body: { text: TEXT, actor: PROVINCE } });
  expect(published.body).toMatchObject({ hash: expect.any(String) });
  const rules: string = published.body.hash;
  const issued = await world.post('/api/v1/plans', { body: { rules, actor: PROVINCE } });
  expect(issued.body).toMatchObject({ plan: SECOND });
  user = (
    await world.post('/api/v1/users', { body: { name: 'nguoi.o.huyen', shownName: 'x', role: 'official', unit: DISTRICT } })
  ).body.id;
  grant = (await world.get(`/api/v1/users/${user}`)).body.rights[0].grant;
  const again = TEXT.replaceAll('303/KH-UBND', '304/KH-UBND');
  third = (await world.post('/api/v1/rules', { body: { text: again, actor: PROVINCE } })).body.hash;
  const { reports } = (await world.get(ofUnit())).body;
  report = reports.find(({ consolidated }: { consolidated: boolean }) => !consolidated).id;
  while ((await seal(database.pool, { tenant: TENANT, key: (tenant) => knownKey(tenant), checkpointMs: 0 })).more);
  await advance(database.pool, logProjection(), { tenant: TENANT });
  await database.pool.query(
    `insert into delivery (tenant, id, channel, recipient, subject, plan, unit, obligation, step, generation, due, at, state, attempts)
     values ($1, 'd1', 'mail', $2, 'notify', 'p', $2, 'item 1', 'after-1d', 1, '2022-07-29', '2022-07-30T00:00:00+07:00', 'dead', 7)`,
    [TENANT, DISTRICT],
  );
  await database.pool.query(
    `insert into escalation (tenant, plan, unit, obligation, step, generation, due, at, actions)
     values ($1, $2, $3, 'item 3.5', 'after-1d', 1, '2022-07-29', '2022-07-30T00:00:00+07:00', '[]')`,
    [TENANT, PLAN, DISTRICT],
  );
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

const ofUnit = (rest = '', plan = PLAN): string => `/api/v1/plans/${plan}/units/${DISTRICT}${rest}`;
const asOf = (rest: string): string => `/api/v1/audit/as-of/plans/${PLAN}/${rest}`;
const DOCUMENT = { number: '512/UBND-NC', date: '2022-07-01', issuer: PROVINCE };

/** What a district does not see of another: work of units, figures of plans, the log, people, notices. */
const READS = (): readonly string[] => [
  ofUnit(),
  ofUnit('/draft'),
  ofUnit('/items/3.5'),
  ofUnit('/items/3.5/history'),
  `/api/v1/units/${DISTRICT}/desk`,
  `/api/v1/items?unit=${DISTRICT}`,
  `/api/v1/reports?unit=${DISTRICT}`,
  `/api/v1/audit/why?plan=${PLAN}&unit=${DISTRICT}&obligation=3.5`,
  `/api/v1/audit/why-not?plan=${PLAN}&unit=${DISTRICT}&obligation=3.5`,
  ...['cascade', 'progress', 'late-list', 'completeness', 'tasks', 'missing-reports', 'steps-taken', 'trend'].map((figures) =>
    `/api/v1/plans/${PLAN}/${figures}${figures === 'cascade' ? '' : '?asOf=2022-12-31'}`.replace(/trend.*/, 'trend'),
  ),
  ...['cascade', 'progress', 'late-list', 'completeness', 'trend'].map((figures) => asOf(`${figures}?at=2022-12-31`)),
  ...[`units/${DISTRICT}`, `units/${DISTRICT}/items/3.5`, `units/${DISTRICT}/reports/${encodeURIComponent(report)}`].map(
    (place) => asOf(`${place}?at=2022-12-31`),
  ),
  `/api/v1/plans/${PLAN}/late-list.csv?asOf=2022-12-31`,
  '/api/v1/events',
  '/api/v1/audit/changes?from=2022-01-01&to=2022-12-31',
  '/api/v1/audit/changes/outline',
  '/api/v1/audit/changes/place?day=2022-07-01',
  '/api/v1/audit/changes/lines?from=2022-01-01&to=2022-12-31',
  '/api/v1/audit/checkpoint',
  '/api/v1/audit/export',
  '/api/v1/audit/proofs/event?position=1',
  '/api/v1/audit/proofs/inclusion?position=1',
  '/api/v1/audit/proofs/consistency?from=1',
  '/api/v1/deliveries/dead',
  '/api/v1/operations',
  '/api/v1/operations/stuck',
  '/api/v1/users',
  `/api/v1/names?ids=${user}`,
  `/api/v1/users/${user}`,
];

type Write = readonly [url: string, body: object];
/** Questions that are put by a body. */
const ASKED: readonly Write[] = [
  ['/api/v1/audit/recompute', {}],
  ['/api/v1/audit/what-if', { plan: PLAN, at: '2022-07-01T08:30:00+07:00', until: '2022-12-31' }],
  ['/api/v1/organisation/changes/preview', { from: '2022-12-01', dissolve: [{ id: COMMUNE, successors: ['vn-10.086.02929'] }] }],
];
/** What a district does not do for another, in an order in which whoever may does all of it. */
const WRITES = (): readonly Write[] => {
  const item = (rest: string): string => ofUnit(`/items/3.5/${rest}`);
  const own = (rest: string): string => ofUnit(`/reports/${encodeURIComponent(report)}/${rest}`);
  const calendar = { version: 'next', years: { '2022': { off: ['2022-10-03'], makeup: [] } } };
  return [
    ['/api/v1/rules', { text: PROVINCE_TEXT.replaceAll('239/KH-UBND', '241/KH-UBND'), actor: PROVINCE }],
    ['/api/v1/plans', { rules: third, actor: PROVINCE }],
    [ofUnit('/receive'), { actor: DISTRICT }],
    [item('start'), { actor: DISTRICT }],
    [item('extension-request'), { actor: DISTRICT, to: '2022-10-15', reason: 'Chờ số liệu' }],
    [item('refuse-extension'), { actor: PROVINCE, reason: 'Cần đúng hạn' }],
    [item('extend'), { actor: PROVINCE, to: '2022-10-15', document: DOCUMENT }],
    [item('suspend'), { actor: PROVINCE, from: '2022-07-01', document: DOCUMENT }],
    [item('resume'), { actor: PROVINCE, on: '2022-07-01', document: DOCUMENT }],
    [item('submit'), { actor: DISTRICT, note: 'Xong' }],
    [item('return'), { actor: PROVINCE, reason: 'Thiếu' }],
    [item('submit'), { actor: DISTRICT }],
    [item('accept'), { actor: PROVINCE }],
    [ofUnit('/items/2.4/resolve'), { actor: PROVINCE, due: '2022-11-30', document: DOCUMENT }],
    [ofUnit('/items/2.4/receive', PLAN).replace(DISTRICT, 'vn-10.089'), { actor: 'vn-10.089' }],
    [ofUnit('/items/2.4/withdraw'), { actor: PROVINCE, reason: 'Thôi', document: DOCUMENT }],
    [own('extension-request'), { actor: DISTRICT, to: '2023-02-15', reason: 'Chờ số liệu' }],
    [own('refuse-extension'), { actor: PROVINCE, reason: 'Cần đúng hạn' }],
    [own('extend'), { actor: PROVINCE, to: '2023-02-15', document: DOCUMENT }],
    [own('submit'), { actor: DISTRICT, content: 'Kết quả' }],
    [own('return'), { actor: PROVINCE, reason: 'Thiếu' }],
    [own('submit'), { actor: DISTRICT, content: 'Kết quả' }],
    [own('accept'), { actor: PROVINCE }],
    [ofUnit('/own-plan'), { actor: DISTRICT, text: DISTRICT_TEXT }],
    [ofUnit('/report-requests'), { actor: PROVINCE, title: 'Báo cáo nhanh', due: '2022-09-30' }],
    [
      `/api/v1/plans/${PLAN}/report-requests`,
      { actor: PROVINCE, kind: 'peoples-committee', tier: 'commune', title: 'Nhanh', due: '2022-09-21' },
    ],
    [ofUnit('/cases', SECOND), { actor: DISTRICT, condition: 'vướng mắc' }],
    [`/api/v1/plans/${SECOND}/events`, { actor: PROVINCE, event: 'Luật có hiệu lực', on: '2022-07-01', document: DOCUMENT }],
    [`/api/v1/plans/${SECOND}/amendments`, { actor: PROVINCE, document: DOCUMENT, changes: [{ kind: 'withdraw', task: '1' }] }],
    [`/api/v1/plans/${SECOND}/end`, { actor: PROVINCE, document: DOCUMENT, how: 'withdrawn' }],
    ['/api/v1/calendars', { calendar }],
    ['/api/v1/deliveries/d1/retry', {}],
    ['/api/v1/deliveries/d1/discard', {}],
    ['/api/v1/users', { name: 'nguoi.moi', shownName: 'x', role: 'official', unit: COMMUNE }],
    [`/api/v1/users/${user}/grants`, { role: 'unit-head', unit: COMMUNE }],
    [`/api/v1/users/${user}/grants/${grant}/revoke`, {}],
    [`/api/v1/users/${user}/block`, {}],
    [`/api/v1/users/${user}/unblock`, {}],
    [`/api/v1/users/${user}/link`, {}],
    [`/api/v1/users/${user}/clear-second-factor`, {}],
    ['/api/v1/operations/stuck/retry', {}],
    ['/api/v1/organisation/changes', { actor: PROVINCE, from: '2022-12-01', rename: [{ id: DISTRICT, name: 'Tên khác' }] }],
  ];
};

/** What says nothing of anybody's work: numbers of the log, and changes of the organisation, which the question itself named. */
const NOBODYS = new Set(['position', 'head', 'limit', 'counted', 'databaseBytes', 'lines', 'changes']);

/** What an answer tells of anybody's work: lists that are not empty, numbers that are not 0, how something stands. The units that a question names are no secret. */
function told(value: unknown, key = ''): readonly string[] {
  if (NOBODYS.has(key)) return [];
  if (Array.isArray(value)) return value.length > 0 ? [`${key}: ${value.length} entries`] : [];
  if (typeof value === 'string') return key === 'status' ? [`${key}: ${value}`] : [];
  if (typeof value === 'number') return value === 0 ? [] : [`${key}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => told(each, name));
}

const toldBy = ({ status, headers, body }: Answer): readonly string[] => {
  if (status >= 400) return [];
  const header = String(headers['content-type']).startsWith('text/csv') ? 1 : 0;
  if (typeof body === 'string')
    return body
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(header);
  return told(body);
};

/** What everybody with any role may see, everybody's own account, and what is open; the live streams, which have tests of their own. */
const FOR_ALL =
  /^(get \/health.*|(get|post) \/api\/v1\/(session|tokens|delegations)(\/.*)?|get \/api\/v1\/(plans|rules|units|calendars)(\/\{\w+\})?|get \/api\/v1\/organisation\/.*|post \/api\/v1\/rules\/.*|get \/api\/v1\/audit\/as-of\/plans\/\{plan\}|get \/api\/v1\/events\/stream|get \/api\/v1\/problems.*)$/;
/** Only where people sign in at a provider outside. */
const OUTSIDE = /\/users\/\{user\}\/outside/;

describe('The calls of this spec', () => {
  it('are all routes of the description that are not for everybody', async () => {
    const { paths } = (await world.get('/docs-json')).body as { paths: Record<string, Record<string, unknown>> };
    const calls = [...READS().map((url) => `get ${url}`), ...[...WRITES(), ...ASKED].map(([url]) => `post ${url}`)];
    const missing = Object.entries(paths)
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
      .filter((route) => !FOR_ALL.test(route) && !OUTSIDE.test(route))
      .filter((route) => {
        const pattern = new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}(\\?.*)?$`);
        return !calls.some((call) => pattern.test(call));
      });
    expect(missing).toEqual([]);
  });
});

describe('With the policy mutated away', () => {
  it('no answer tells a stranger anything, which it does tell whoever may see it', async () => {
    world.clock.advanceTo('2022-07-01T09:00:00+07:00' as never);
    const answers: unknown[] = [];
    for (const url of READS()) {
      const [outside, inside] = [await world.get(url, asStranger), await world.get(url)];
      answers.push([
        url,
        toldBy(outside),
        inside.status,
        toldBy(inside).length > 0 || url.includes('stuck') || url.includes('late-list'),
      ]);
    }
    for (const [url, body] of ASKED) {
      const [outside, inside] = [await world.post(url, { body, headers: asStranger }), await world.post(url, { body })];
      answers.push([url, toldBy(outside), inside.status, toldBy(inside).length > 0]);
    }
    expect(answers).toEqual([...READS(), ...ASKED.map(([url]) => url)].map((url) => [url, [], 200, true]));
  });

  it('no list shows a stranger more than what is theirs', async () => {
    for (const list of ['items', 'reports']) {
      const { body } = await world.get(`/api/v1/${list}?limit=200`, asStranger);
      const units = new Set<string>(body.items.map(({ unit }: { unit: { id: string } }) => unit.id));
      expect([list, [...units].filter((unit) => !unit.startsWith(ELSEWHERE))]).toEqual([list, []]);
      expect(units.size).toBeGreaterThan(0);
    }
  });

  // On Citus the database holds who reads, not who writes.
  (isOnCitus() ? it.skip : it)('nothing is written for a stranger, which is done for whoever may', async () => {
    world.clock.advanceTo('2022-07-11T09:00:00+07:00' as never);
    const answers: unknown[] = [];
    for (const [url, body] of WRITES()) {
      const before = await head();
      const outside = await world.post(url, { body, ifMatch: '*', headers: asStranger });
      const after = await head();
      const inside = await world.post(url, { body, ifMatch: '*' });
      answers.push([
        url,
        outside.status === 403 || outside.status === 404 ? 'stopped' : outside.body,
        after - before,
        inside.status < 300 || inside.body,
      ]);
    }
    expect(answers).toEqual(WRITES().map(([url]) => [url, 'stopped', 0, true]));
  });

  it('the live log tells a stranger nothing but that it lives, and whoever may follow it what happens', async () => {
    const after = String((await head()) - 3);
    expect(await follow(after, asStranger)).toMatch(/^retry: \d+\n\n: alive\n\n$/);
    expect(await follow(after, {})).toContain('event: recorded');
  });

  it('the stream of changes tells a stranger of their own work alone', async () => {
    const open = await fetch(`${address}/api/v1/session/stream`, { headers: asStranger });
    const heard = listening(open);
    for (const unit of ['vn-10.082', ELSEWHERE]) {
      const body = { actor: unit };
      const answer = await world.post(`/api/v1/plans/${PLAN}/units/${unit}/receive`, { body, ifMatch: '*' });
      expect(answer.status).toBe(200);
    }
    const told = JSON.parse(/^data: (.*)$/m.exec(await heard.until(/changed/))?.[1] ?? '{}');
    expect(told).toMatchObject({ work: [{ plan: PLAN, unit: ELSEWHERE }], plans: [], desks: [], more: false });
  });

  it('it is the tables that stop a stranger: without their policies everything is told', async () => {
    for (const table of ['unit_plan', 'item', 'report', 'duty', 'event'])
      await database.owner.query(`alter table ${table} disable row level security`);
    expect(toldBy(await world.get(ofUnit(), asStranger))).not.toEqual([]);
    expect(await follow(String((await head()) - 3), asStranger)).toContain('event: recorded');
  });
});
