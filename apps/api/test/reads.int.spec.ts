import { check, environment } from '#dsl';
import type { Place, PlanRules, UnitEntry } from '#engine';
import { foldOrganisation, snapshot } from '#organisation';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, DISTRICT_TEXT, PLAN, PROVINCE_TEXT, TENANT, type World } from './world.js';

let database: TestDatabase;
let world: World;
let unitPlans: number;
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database.pool);
  unitPlans = await world.issueProvince();
}, 60_000);
afterAll(async () => {
  await world?.close();
  await database?.drop();
});

type Entry = Readonly<Record<string, unknown>>;
type Told = { readonly code: string; readonly place: Place };

/** Follows `Link: rel=next` to the end. */
async function walk(first: string): Promise<readonly (readonly Entry[])[]> {
  const pages: Entry[][] = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const { status, body, headers } = await world.get(url);
    expect(status).toBe(200);
    pages.push(body.items);
    const link = /^<([^>]+)>; rel="next"$/.exec(String(headers['link'] ?? ''))?.[1];
    expect(link === undefined).toBe(body.next === null);
    url = link;
  }
  return pages;
}

/** Reports that sum up what others sent, one a period: listed, but counted apart from those. */
const CONSOLIDATED = 2;

describe('A list', () => {
  const identity = ({ plan, unit, id, position }: Entry): string =>
    JSON.stringify([position, plan, (unit as Entry | undefined)?.['id'], id]);

  it.each([
    ['/api/v1/units?limit=37', () => founded()],
    [`/api/v1/items?plan=${PLAN}&status=assigned&limit=199`, async () => (await totals()).items],
    ['/api/v1/reports?limit=100', async () => (await totals()).reports + CONSOLIDATED],
    ['/api/v1/events?limit=83', () => world.workflow.store.head(TENANT)],
  ])('%s is walked from page to page, each entry exactly once', async (url, expected) => {
    const pages = await walk(url);
    const limit = Number(/limit=(\d+)/.exec(url)?.[1]);
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    const seen = pages.flat().map(identity);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await expected());
  });

  const founded = async (): Promise<number> =>
    (await world.workflow.store.readStream(TENANT, 'organisation')).filter(({ type }) => type === 'UnitFounded').length;

  const totals = async (): Promise<{ items: number; reports: number }> => {
    const { body } = await world.get(`/api/v1/plans/${PLAN}/progress`);
    return { items: body.items.total, reports: body.reports.total };
  };

  it('refuses cursors that it never gave, and of other lists', async () => {
    const foreign = (await world.get('/api/v1/units?limit=1')).body.next;
    const forged = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
    for (const after of [
      'zzz',
      foreign,
      forged(['\u0000', '\u0000']),
      forged([1]),
      Buffer.from('events:-1').toString('base64url'),
    ]) {
      const answer = await world.get(`/api/v1/events?after=${after}`);
      expect([after, answer.status]).toEqual([after, 400]);
    }
    for (const after of ['zzz', forged(['\u0000', '\u0000']), forged(['x']), forged({})]) {
      for (const list of ['units', 'items', 'reports', 'plans']) {
        const answer = await world.get(`/api/v1/${list}?after=${after}`);
        expect([list, answer.status]).toEqual([list, 400]);
      }
    }
  });

  it('refuses what it does not know, pointing at it in both languages', async () => {
    const { status, body } = await world.get('/api/v1/items?limit=201&overdue=maybe&colour=red&asOf=2022-02-30');
    expect(status).toBe(400);
    expect(body.errors.map(({ in: place, pointer, code }: Entry) => [place, pointer, code]).toSorted()).toEqual([
      ['query', '/asOf', 'moment'],
      ['query', '/colour', 'unknown-field'],
      ['query', '/limit', 'whole-number'],
      ['query', '/overdue', 'one-of'],
    ]);
    for (const { messages, detail } of body.errors) expect([messages.vi, messages.en.length > 0]).toEqual([detail, true]);
  });
});

describe('Lateness', () => {
  it('lists who is late on a day, the longest first, with what was done about it', async () => {
    const { status, body } = await world.get(`/api/v1/plans/${PLAN}/late-list?asOf=2022-07-15`);
    const late = body.late as { due: string; daysLate: number; steps: { at: string }[]; unit: { name: string } }[];
    expect([status, body.asOf]).toEqual([200, '2022-07-15T23:59:59+07:00']);
    expect(late.length).toBeGreaterThanOrEqual(153);
    expect(late.map(({ daysLate }) => daysLate)).toEqual(late.map(({ daysLate }) => daysLate).toSorted((a, b) => b - a));
    expect(late.filter(({ due, steps }) => due >= '2022-07-15' || steps.some(({ at }) => at > '2022-07-16'))).toEqual([]);
  });

  it('is a table for spreadsheets, too, titled in the language asked for', async () => {
    const url = `/api/v1/plans/${PLAN}/late-list`;
    const { late } = (await world.get(`${url}?asOf=2022-07-15`)).body as { late: { unit: { id: string }; daysLate: number }[] };
    const { status, headers, body } = await world.get(`${url}.csv?asOf=2022-07-15`);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(headers['content-disposition']).toBe(`attachment; filename="late-${PLAN}-2022-07-15.csv"`);
    const [titles, first, ...more] = (body as string).trimEnd().split('\r\n');
    expect(titles).toMatch(/^\ufeffMã đơn vị,Đơn vị,/);
    expect(first).toContain(`${late[0]?.unit.id},`);
    expect(more.length + 1).toBe(late.length);
    const english = await world.get(`${url}.csv?asOf=2022-07-15`, { 'accept-language': 'en' });
    expect(english.body).toMatch(/^\ufeffUnit id,Unit,/);
  });

  it('is judged for the moment asked about', async () => {
    const overdue = async (asOf: string) => (await walk(`/api/v1/items?overdue=true&limit=200&asOf=${asOf}`)).flat();
    expect(await overdue('2022-07-04')).toEqual([]);
    expect(new Set((await overdue('2022-07-05')).map(({ task }) => task))).toEqual(new Set(['1.1']));
    expect((await overdue('2022-07-15T09:00:00%2B07:00')).filter(({ task }) => task === '1.2')).toHaveLength(152);
    const progress = (await world.get(`/api/v1/plans/${PLAN}/progress?asOf=2022-07-15`)).body;
    expect(progress.asOf).toBe('2022-07-15T23:59:59+07:00');
    expect(progress.items.overdue).toBeGreaterThanOrEqual(153);
  });
});

describe('A plan', () => {
  it('shows its cascade as a tree in which each unit plan stands once', async () => {
    const { body } = await world.get(`/api/v1/plans/${PLAN}/cascade`);
    type Node = { unit: { id: string; tier: string }; source: string | null; children: Node[] };
    const nodes = (node: Node): Node[] => [node, ...node.children.flatMap(nodes)];
    const all = nodes(body);
    expect(all.filter(({ source }) => source !== null)).toHaveLength(unitPlans);
    expect(new Set(all.map(({ unit }) => unit.id)).size).toBe(all.length);
    expect(all.filter(({ unit }) => unit.tier === 'commune' && unit.id.startsWith('vn-10.')).length).toBeGreaterThanOrEqual(152);
  });

  it('is not known to another tenant', async () => {
    const elsewhere = { 'x-thac-tenant': 'yen-bai' };
    expect((await world.get(`/api/v1/plans/${PLAN}`, elsewhere)).status).toBe(404);
    expect((await world.get('/api/v1/plans', elsewhere)).body).toEqual({ items: [], next: null });
    expect((await world.get('/api/v1/plans', { 'x-thac-tenant': 'a\u0001b' })).status).toBe(400);
  });
});

describe('Checking and previewing', () => {
  it('says what is wrong with a text, and stores nothing', async () => {
    const before = await world.workflow.store.head(TENANT);
    const good = await world.post('/api/v1/rules/check', { body: { text: PROVINCE_TEXT } });
    expect([good.status, good.body.valid]).toEqual([200, true]);
    const bad = await world.post('/api/v1/rules/check', { body: { text: PROVINCE_TEXT.replaceAll('chủ trì', 'chủ trí') } });
    expect([bad.status, bad.body.valid]).toEqual([200, false]);
    expect(bad.body.diagnostics.find(({ severity }: Entry) => severity === 'error')).toMatchObject({
      severity: 'error',
      message: { vi: expect.any(String), en: expect.any(String) },
    });
    expect(await world.workflow.store.head(TENANT)).toBe(before);
  });

  it('tells an editor what to check a text against, so that it finds the same', async () => {
    for (const text of [PROVINCE_TEXT, DISTRICT_TEXT, DISTRICT_TEXT.replaceAll('chủ trì: [UBND huyện', 'chủ trì: [UBND huyen')]) {
      const { status, body } = await world.post('/api/v1/rules/surroundings', { body: { text } });
      expect([status, body.today]).toEqual([200, '2022-07-01']);
      expect(body.above.map(({ rules }: { rules: PlanRules }) => rules.plan.number)).toEqual(
        text === PROVINCE_TEXT ? [] : ['239/KH-UBND'],
      );
      const founded = (body.directory.units as readonly UnitEntry[]).map((data) => ({
        type: 'UnitFounded' as const,
        data: { ...data, from: body.directory.date },
      }));
      const directory = snapshot(foldOrganisation(founded), body.directory.date);
      const found = check(text, environment(body, directory)).diagnostics.map(({ code, place }) => [code, place.start]);
      const told = (await world.post('/api/v1/rules/check', { body: { text } })).body.diagnostics;
      expect(found).toEqual(told.map(({ code, place }: Told) => [code, place.start]));
    }
  });

  it('tells beforehand what issuing derives', async () => {
    const text = PROVINCE_TEXT.replaceAll('239/KH-UBND', '241/KH-UBND');
    const before = await world.workflow.store.head(TENANT);
    const preview = (await world.post('/api/v1/rules/preview?limit=200', { body: { text } })).body;
    expect(await world.workflow.store.head(TENANT)).toBe(before);
    const { hash } = (await world.post('/api/v1/rules', { body: { text, actor: 'vn-10' } })).body;
    const issued = (await world.post('/api/v1/plans', { body: { rules: hash, actor: 'vn-10' } })).body;
    expect(preview).toMatchObject({
      hash,
      plan: issued.plan,
      derived: issued.derived,
      items: issued.items,
      reports: issued.reports,
    });
    const sum = (numbers: unknown): number => Object.values(numbers as Record<string, number>).reduce((a, b) => a + b, 0);
    expect(sum(preview.byDeadlineKind)).toBe(issued.items);
    expect(preview.open.length).toBeGreaterThan(0);
    expect(preview.dueByDay.map(({ day }: Entry) => day)).toEqual(preview.dueByDay.map(({ day }: Entry) => day).toSorted());
    const commune = preview.units.items.find(({ unit }: { unit: Entry }) => unit['tier'] === 'commune');
    const real = (await world.get(`/api/v1/plans/${issued.plan}/units/${commune.unit.id}`)).body;
    expect(commune.items.map(({ id, due }: Entry) => [id, due]).toSorted()).toEqual(
      real.items.map(({ id, due }: Entry) => [id, due]).toSorted(),
    );
  });

  it('pages through the units of a preview', async () => {
    const seen: string[] = [];
    for (let next = ''; ; ) {
      const { body } = await world.post(`/api/v1/rules/preview?limit=10${next}`, { body: { text: DISTRICT_TEXT } });
      seen.push(...body.units.items.map(({ unit }: { unit: { id: string } }) => unit.id));
      expect(body.units.items.every(({ change }: Entry) => change === 'replaced' || change === 'derived')).toBe(true);
      if (body.units.next === null) {
        expect(seen).toHaveLength(body.derived + body.replaced);
        break;
      }
      next = `&after=${body.units.next}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('A desk', () => {
  it('shows what waits for the unit to accept', async () => {
    const url = `/api/v1/plans/${PLAN}/units/vn-10.086/items/3.5/submit`;
    const { body } = await world.post(url, { body: { actor: 'vn-10.086', note: 'Xong' }, ifMatch: '*' });
    const desk = (await world.get(`/api/v1/units/vn-10/desk?minPosition=${body.position}`)).body;
    expect(desk.waitingForMe.items.map(({ id, unit }: { id: string; unit: { id: string } }) => [id, unit.id])).toContainEqual([
      '3.5',
      'vn-10.086',
    ]);
  });
});
