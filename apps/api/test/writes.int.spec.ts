import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Answer, createWorld, PLAN, PROVINCE, PROVINCE_TEXT, TENANT, type World } from './world.js';

const PARALLEL = 20;
const unitAddress = (unit: string): string => `/api/v1/plans/${PLAN}/units/${unit}`;
const inParallel = (count: number, work: (index: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

let database: TestDatabase;
let world: World;
let published: Answer;
let issues: readonly Answer[];
const issueKey = randomUUID();

const head = (): Promise<number> => world.workflow.store.head(TENANT);
const versionOf = async (unit: string): Promise<string> => String((await world.get(unitAddress(unit))).headers['etag']);

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  published = await world.post('/api/v1/rules', { body: { text: PROVINCE_TEXT, actor: PROVINCE } });
  const body = { rules: published.body.hash, actor: PROVINCE };
  issues = await inParallel(PARALLEL, () => world.post('/api/v1/plans', { key: issueKey, body }));
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

describe('Publishing and issuing', () => {
  it('publishes a text under its hash', async () => {
    expect(published.status).toBe(201);
    const read = await world.get(String(published.headers['location']));
    expect(read.body.text).toBe(PROVINCE_TEXT);
  });

  it('issues once, however often the same request arrives at once', async () => {
    expect(new Set(issues.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(issues.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(issues.filter(({ headers }) => headers['idempotency-replayed'] !== 'true')).toHaveLength(1);
    const events = await world.workflow.store.readAll(TENANT, 0);
    expect(events.filter(({ type }) => type === 'PlanIssued')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'PlanCascaded')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'UnitPlanDerived')).toHaveLength(issues[0]!.body.derived);
  });

  it('refuses to issue it again under another key', async () => {
    const again = await world.post('/api/v1/plans', { body: { rules: published.body.hash, actor: PROVINCE } });
    expect([again.status, again.body.code]).toEqual([409, 'plan.already-issued']);
  });

  it('lets nobody but the issuer issue it', async () => {
    const text = PROVINCE_TEXT.replaceAll('239/KH-UBND', '240/KH-UBND');
    const other = await world.post('/api/v1/rules', { body: { text, actor: PROVINCE } });
    const refused = await world.post('/api/v1/plans', { body: { rules: other.body.hash, actor: 'vn-10.086' } });
    expect([refused.status, refused.body.code]).toEqual([403, 'plan.not-issuer']);
  });

  it('says in both languages where a text is wrong', async () => {
    const text = PROVINCE_TEXT.replace('[Sở Nội vụ]', '[Sở Không Có]');
    const before = await head();
    const refused = await world.post('/api/v1/rules', { body: { text, actor: PROVINCE }, headers: { 'accept-language': 'en' } });
    expect([refused.status, refused.body.code]).toEqual([422, 'rules.invalid']);
    const [error] = refused.body.errors;
    expect(error).toMatchObject({ in: 'body', pointer: '/text', severity: 'error', place: { line: 6 } });
    expect(error.detail).toBe(error.messages.en);
    expect(error.messages.vi).toContain('Sở Không Có');
    expect(await head()).toBe(before);
  });
});

describe('A write to a unit plan', () => {
  it('needs to say which version it is based on', async () => {
    const unit = 'vn-10.080';
    const send = (ifMatch?: string) =>
      world.post(`${unitAddress(unit)}/receive`, { body: { actor: unit }, ...(ifMatch === undefined ? {} : { ifMatch }) });
    expect([(await send()).status, (await send()).body.code]).toEqual([428, 'if-match.missing']);
    for (const malformed of ['1', 'W/"1"', '"1", "2"', '"x"', '"-1"']) {
      expect((await send(malformed)).body).toMatchObject({ status: 400, code: 'if-match.malformed' });
    }
    expect((await send('"7"')).body).toMatchObject({ status: 412, code: 'version.stale' });
    expect((await send('"1"')).status).toBe(200);
    expect((await send('"1"')).status).toBe(412);
    expect((await send('*')).status).toBe(200);
  });

  it('gives the new version as ETag', async () => {
    const unit = 'vn-10.082';
    const answer = await world.post(`${unitAddress(unit)}/receive`, { body: { actor: unit }, ifMatch: await versionOf(unit) });
    expect(answer.headers['etag']).toBe(`"${answer.body.version}"`);
    expect(await versionOf(unit)).toBe(answer.headers['etag']);
  });

  it('is won by one of several writers on the same version', async () => {
    const unit = 'vn-10.083';
    const ifMatch = await versionOf(unit);
    const item = (await world.get(unitAddress(unit))).body.items[0].id;
    const answers = await inParallel(10, () =>
      world.post(`${unitAddress(unit)}/items/${item}/receive`, { body: { actor: unit }, ifMatch }),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
    expect(await versionOf(unit)).toBe('"2"');
  });

  it('refuses another unit’s hand', async () => {
    const refused = await world.post(`${unitAddress('vn-10.084')}/items/3.5/start`, {
      body: { actor: 'vn-10.085' },
      ifMatch: '*',
      headers: { 'accept-language': 'en-GB, vi;q=0.5' },
    });
    expect(refused.status).toBe(403);
    expect(refused.headers['content-language']).toBe('en');
    expect(refused.body).toMatchObject({ code: 'item.not-yours', type: 'https://thac.example/problems/item.not-yours' });
    expect(refused.body.detail).toBe(refused.body.messages.en);
    expect(refused.body.messages.vi).not.toBe(refused.body.messages.en);
  });

  it('does not find what is not there', async () => {
    const actor = 'vn-10.084';
    const absent = [
      `${unitAddress(actor)}/items/99.9/start`,
      `${unitAddress('vn-99')}/items/3.5/start`,
      `/api/v1/plans/none/units/${actor}/receive`,
      `${unitAddress(actor)}/reports/none/accept`,
    ];
    for (const url of absent) expect((await world.post(url, { body: { actor }, ifMatch: '*' })).status).toBe(404);
  });
});

describe('An idempotency key', () => {
  const unit = 'vn-10.086';
  const url = `${unitAddress(unit)}/receive`;

  it('is needed for every write', async () => {
    const answer = await world.app.inject({ method: 'POST', url, payload: { actor: unit }, headers: { 'if-match': '*' } });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'idempotency-key.missing']);
    expect((await world.post(url, { key: 'with#hash', body: { actor: unit }, ifMatch: '*' })).body).toMatchObject({
      status: 400,
      code: 'idempotency-key.malformed',
    });
  });

  it('gives the same answer again and has one effect, also when used twenty times at once', async () => {
    const key = randomUUID();
    const call = { key, body: { actor: unit }, ifMatch: '"1"' };
    const answers = await inParallel(PARALLEL, () => world.post(url, call));
    answers.push(await world.post(url, call));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(PARALLEL);
    expect(await versionOf(unit)).toBe('"2"');
  });

  it('keeps its answer when others write later', async () => {
    const key = randomUUID();
    const address = `${unitAddress(unit)}/items/3.5`;
    const first = await world.post(`${address}/start`, { key, body: { actor: unit }, ifMatch: '*' });
    await world.post(`${address}/submit`, { body: { actor: unit, note: 'Xong' }, ifMatch: '*' });
    const again = await world.post(`${address}/start`, { key, body: { actor: unit }, ifMatch: '*' });
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([200, first.body, 'true']);
  });

  it('is refused with another body, and has no effect', async () => {
    const key = randomUUID();
    const address = `${unitAddress('vn-10.087')}/items/3.5`;
    await world.post(`${address}/start`, { key, body: { actor: 'vn-10.087' }, ifMatch: '*' });
    const before = await head();
    const other = await world.post(`${address}/start`, { key, body: { actor: 'vn-10.088' }, ifMatch: '*' });
    expect([other.status, other.body.code]).toEqual([422, 'store.idempotency-mismatch']);
    const elsewhere = await world.post(`${address}/submit`, { key, body: { actor: 'vn-10.087' }, ifMatch: '*' });
    expect(elsewhere.status).toBe(422);
    expect(await head()).toBe(before);
  });

  it('takes the same body with its keys in another order for the same', async () => {
    const key = randomUUID();
    const address = `${unitAddress('vn-10.088')}/items/3.5/submit`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': key, 'if-match': '*' };
    const send = (payload: string) => world.app.inject({ method: 'POST', url: address, headers, payload });
    const first = await send('{"actor":"vn-10.088","note":"Xong"}');
    const again = await send('{ "note": "Xong", "actor": "vn-10.088" }');
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });
});

describe('The life of an item', () => {
  const unit = 'vn-10.089';
  const item = `${unitAddress(unit)}/items/3.5`;
  const act = (name: string, body: object) => world.post(`${item}/${name}`, { body, ifMatch: '*' });
  const state = async () => (await world.get(item)).body;

  it('goes from receipt to completion, with a return and an extension on the way', async () => {
    expect((await act('receive', { actor: unit })).status).toBe(200);
    expect((await act('start', { actor: unit })).status).toBe(200);
    const document = { number: '512/UBND-NC', date: '2022-07-01', issuer: PROVINCE };
    expect((await act('extend', { actor: PROVINCE, to: '2022-10-15', document })).status).toBe(200);
    expect((await state()).due).toBe('2022-10-15');
    expect((await act('submit', { actor: unit, note: 'Kết quả bước đầu' })).status).toBe(200);
    expect((await act('return', { actor: PROVINCE, reason: 'Thiếu số liệu' })).status).toBe(200);
    expect((await state()).status).toBe('returned');
    expect((await act('submit', { actor: unit })).status).toBe(200);
    const accepted = await act('accept', { actor: PROVINCE });
    expect(accepted.status).toBe(200);
    const seen = await world.get(`${item}?minPosition=${accepted.body.position}`);
    expect(seen.body).toMatchObject({ status: 'completed', timeliness: 'on-time' });
    expect((await act('start', { actor: unit })).body.code).toBe('item.closed');
  });

  it('is told in order, with the line of the text that set it', async () => {
    const { body } = await world.get(`${item}/history`);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual([
      'UnitPlanDerived',
      'ItemReceived',
      'ItemStarted',
      'DeadlineExtended',
      'ItemSubmitted',
      'ItemReturned',
      'ItemSubmitted',
      'ItemAccepted',
    ]);
    const [derived, received] = body.items;
    expect(derived.data.item).toMatchObject({ id: '3.5', due: '2022-09-30' });
    expect(derived.rule).toMatchObject({ rules: published.body.hash, rule: 'cascade' });
    expect(derived.rule.line).toContain('239/KH-UBND');
    expect(derived.task.line.trim()).toMatch(/^nhiệm vụ 3\.5 /);
    expect([received.rule, received.task, received.actor]).toEqual([null, null, unit]);
  });

  it('gives a date to a deadline left to other regulations, once', async () => {
    const body = { actor: PROVINCE, due: '2022-11-30', document: { number: '7/QĐ', date: '2022-07-01', issuer: PROVINCE } };
    const address = `${unitAddress(unit)}/items/2.4`;
    expect((await world.post(`${address}/resolve`, { body, ifMatch: '*' })).status).toBe(200);
    expect((await world.get(address)).body.due).toBe('2022-11-30');
    expect((await world.post(`${address}/resolve`, { body, ifMatch: '*' })).body.code).toBe('item.deadline-known');
  });
});

describe('A later day', () => {
  const unit = 'vn-10.084';
  const ask = (place: string, deed: string, body: object, headers = {}) =>
    world.post(`${unitAddress(unit)}/${place}/${deed}`, { body, ifMatch: '*', ...headers });
  const item = async () => (await world.get(`${unitAddress(unit)}/items/3.5`)).body;
  const waiting = async () => (await world.get(`/api/v1/units/${PROVINCE}/desk`)).body.waitingForMe;

  it('is asked for once for a key, waits on the desk of whoever judges, is refused, asked for anew, and granted', async () => {
    const body = { actor: unit, to: '2022-10-31', reason: 'Chờ số liệu của 3 xã' };
    const key = randomUUID();
    const first = await ask('items/3.5', 'extension-request', body, { key });
    const again = await ask('items/3.5', 'extension-request', body, { key });
    expect([first.status, again.status, again.body.version]).toEqual([200, 200, first.body.version]);
    expect(await item()).toMatchObject({
      due: '2022-09-30',
      extension: { to: '2022-10-31', reason: body.reason, refusal: null },
    });
    expect((await waiting()).extensionItems).toMatchObject([{ id: '3.5', unit: { id: unit } }]);

    expect((await ask('items/3.5', 'refuse-extension', { actor: unit, reason: 'x' })).body.code).toBe('item.not-acceptor');
    expect((await ask('items/3.5', 'refuse-extension', { actor: PROVINCE, reason: 'Cần đúng hạn' })).status).toBe(200);
    expect((await item()).extension.refusal).toBe('Cần đúng hạn');
    expect((await waiting()).extensionItems).toEqual([]);
    const idle = await ask('items/3.5', 'refuse-extension', { actor: PROVINCE, reason: 'x' });
    expect([idle.status, idle.body.code]).toEqual([409, 'item.extension-not-asked']);

    expect((await ask('items/3.5', 'extension-request', { ...body, to: '2022-10-20' })).status).toBe(200);
    const document = { number: '513/UBND-NC', date: '2022-07-01', issuer: PROVINCE };
    expect((await ask('items/3.5', 'extend', { actor: PROVINCE, to: '2022-10-15', document })).status).toBe(200);
    expect(await item()).toMatchObject({ due: '2022-10-15', extension: null });
    const { body: told } = await world.get(`${unitAddress(unit)}/items/3.5/history`);
    expect(told.items.map(({ type }: { type: string }) => type).slice(1)).toEqual([
      'ExtensionRequested',
      'ExtensionRefused',
      'ExtensionRequested',
      'DeadlineExtended',
    ]);
  });

  it('is asked for on the version that was seen, with a day and a reason', async () => {
    const body = { actor: unit, to: '2022-11-30', reason: 'x' };
    const stale = await world.post(`${unitAddress(unit)}/items/3.5/extension-request`, { body, ifMatch: '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'version.stale']);
    const early = await ask('items/3.5', 'extension-request', { ...body, to: '2022-10-15' });
    expect([early.status, early.body.code]).toEqual([422, 'item.not-later']);
    expect((await ask('items/3.5', 'extension-request', { actor: unit, to: '2022-11-31' })).status).toBe(400);
  });

  it('may be asked for a report, too', async () => {
    const [report] = (await world.get(unitAddress(unit))).body.reports;
    const place = `reports/${encodeURIComponent(report.id)}`;
    expect((await ask(place, 'extension-request', { actor: unit, to: '2023-03-31', reason: 'x' })).status).toBe(200);
    expect((await waiting()).extensionReports).toMatchObject([{ id: report.id, extension: { to: '2023-03-31' } }]);
    expect((await ask(place, 'refuse-extension', { actor: report.to.id, reason: 'Cần đúng hạn' })).status).toBe(200);
    expect((await waiting()).extensionReports).toEqual([]);
  });
});

describe('A report', () => {
  it('is sent, returned, sent again and accepted', async () => {
    const unit = 'vn-10.086';
    const { reports } = (await world.get(unitAddress(unit))).body;
    const own = reports.find(({ consolidated }: { consolidated: boolean }) => !consolidated);
    const address = `${unitAddress(unit)}/reports/${encodeURIComponent(own.id)}`;
    const act = (name: string, body: object) => world.post(`${address}/${name}`, { body, ifMatch: '*' });
    expect((await act('accept', { actor: own.to.id })).body.code).toBe('report.not-submitted');
    expect((await act('submit', { actor: own.to.id, content: 'Kết quả' })).body.code).toBe('report.not-yours');
    expect((await act('submit', { actor: unit, content: 'Kết quả' })).status).toBe(200);
    expect((await act('return', { actor: own.to.id, reason: 'Thiếu phụ lục' })).status).toBe(200);
    expect((await act('submit', { actor: unit, content: 'Kết quả, có phụ lục' })).status).toBe(200);
    expect((await act('accept', { actor: own.to.id })).status).toBe(200);
    const seen = (await world.get(unitAddress(unit))).body.reports.find(({ id }: { id: string }) => id === own.id);
    expect(seen).toMatchObject({ status: 'accepted', timeliness: 'on-time' });
  });
});

describe('Reading one’s writes', () => {
  it('waits until the log has what was asked for', async () => {
    const unit = 'vn-10.084';
    const reading = world.get(`${unitAddress(unit)}?minPosition=${(await head()) + 1}`);
    const wrote = await world.post(`${unitAddress(unit)}/receive`, { body: { actor: unit }, ifMatch: '*' });
    expect((await reading).body.version).toBe(wrote.body.version);
  });

  it('gives up after two seconds, and says when to try again', async () => {
    const started = performance.now();
    const answer = await world.get(`/api/v1/plans?minPosition=${(await head()) + 1_000}`);
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'position.not-reached', '1']);
    expect(performance.now() - started).toBeGreaterThanOrEqual(1_900);
  });
});
