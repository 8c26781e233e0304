import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InvalidCursor, PostgresEventStore, PostgresReadModels } from '#persistence';
import { LOWER_PLAN as LOWER, recordTwoPlans, ROOT_PLAN as ROOT, type TestDatabase, testDatabase } from '#testing';

const T = 'vn-10';

let database: TestDatabase;
let reads: PostgresReadModels;

beforeAll(async () => {
  database = await testDatabase();
  reads = new PostgresReadModels(database.pool);
  await recordTwoPlans(new PostgresEventStore(database.pool), T);
});
afterAll(() => database.drop());

const ASOF = '2022-12-31T12:00:00+07:00';
const TODAY = '2022-12-31';

describe('When lists are read', () => {
  it('pages through all items once, whatever the size of the page', async () => {
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await reads.items(T, { plan: ROOT, asOf: ASOF }, { limit: 7, ...(after && { after }) });
      seen.push(...page.items.map(({ unit: { id }, id: item }) => `${id} ${item}`));
      after = page.next;
    }
    expect(seen).toHaveLength(4 * 12 + 1);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('filters by unit, status and being overdue, as each item is judged', async () => {
    const all = (await reads.items(T, { unit: 'c3', asOf: ASOF }, { limit: 200 })).items;
    const overdue = (await reads.items(T, { unit: 'c3', overdue: true, asOf: ASOF }, { limit: 200 })).items;
    expect(overdue).toEqual(all.filter(({ timeliness: judged }) => judged === 'overdue'));
    expect(overdue.length).toBeGreaterThan(0);
    const submitted = (await reads.items(T, { status: 'submitted', asOf: ASOF }, {})).items;
    expect(submitted.map(({ unit: { id } }) => id)).toEqual(['c1', 'c2']);
  });

  it('filters by standing as the counts count it', async () => {
    const { items, reports, byTier } = (await reads.progress(T, ROOT, { asOf: ASOF }))!;
    for (const standing of ['total', 'onTime', 'late', 'overdue', 'open'] as const) {
      const asked = { plan: ROOT, standing, asOf: ASOF };
      const listed = (await reads.reports(T, asked, { limit: 200 })).items;
      expect([standing, listed.length]).toEqual([standing, reports[standing]]);
      for (const [tier, { reports: counts }] of Object.entries(byTier)) {
        const ofTier = (await reads.reports(T, { ...asked, tier }, { limit: 200 })).items;
        expect([tier, standing, ofTier.length]).toEqual([tier, standing, counts[standing]]);
      }
    }
    for (const standing of ['onTime', 'late', 'overdue', 'open'] as const) {
      const listed = (await reads.items(T, { plan: ROOT, standing, asOf: ASOF }, { limit: 200 })).items;
      expect([standing, listed.length]).toEqual([standing, items[standing]]);
      for (const [tier, { items: counts }] of Object.entries(byTier)) {
        const ofTier = (await reads.items(T, { plan: ROOT, standing, tier, asOf: ASOF }, { limit: 200 })).items;
        expect([tier, standing, ofTier.length]).toEqual([tier, standing, counts[standing]]);
      }
    }
  });

  it('finds of a lower plan what its own numbers count', async () => {
    const { items, reports } = (await reads.progress(T, LOWER, { asOf: ASOF }))!;
    expect([items.overdue, reports.overdue]).toEqual([expect.any(Number), 3]);
    for (const standing of ['onTime', 'late', 'overdue', 'open'] as const) {
      const listed = (await reads.items(T, { plan: LOWER, standing, asOf: ASOF }, { limit: 200 })).items;
      expect([standing, listed.length]).toEqual([standing, items[standing]]);
      const sent = (await reads.reports(T, { plan: LOWER, standing, asOf: ASOF }, { limit: 200 })).items;
      expect([standing, sent.length]).toEqual([standing, reports[standing]]);
    }
    expect((await reads.taskTable(T, LOWER, { asOf: ASOF }))!.all).toEqual(items);
    expect((await reads.taskTable(T, ROOT, { asOf: ASOF }))!.all).toEqual((await reads.progress(T, ROOT, { asOf: ASOF }))!.items);
    expect((await reads.completeness(T, LOWER, { asOf: ASOF }))!.rate).toMatchObject({ expected: 4, received: 1 });
    expect((await reads.items(T, { plan: 'nobody issued it', asOf: ASOF }, {})).items).toEqual([]);
  });

  it('tells of a branch what the lists of that branch hold', async () => {
    for (const within of ['p', 'd1', 'c2', 'nobody']) {
      const progress = (await reads.progress(T, ROOT, { asOf: ASOF, within }))!;
      const listed = async (filter: object) =>
        (await reads.items(T, { plan: ROOT, within, asOf: ASOF, ...filter }, { limit: 200 })).items.length;
      const { onTime, late, overdue } = progress.items;
      expect([within, await listed({ standing: 'overdue' }), await listed({ standing: 'late' })]).toEqual([
        within,
        overdue,
        late,
      ]);
      expect(await listed({ standing: 'onTime' })).toBe(onTime);
      const list = (await reads.lateList(T, ROOT, { asOf: ASOF, within }))!;
      expect(list.late.filter(({ obligation }) => obligation.startsWith('item ')).length).toBe(overdue);
      const tree = await reads.cascade(T, ROOT, { asOf: ASOF, within });
      expect(tree?.unit.id).toBe(within === 'nobody' ? undefined : within);
    }
    const whole = (await reads.progress(T, ROOT, { asOf: ASOF }))!;
    expect((await reads.progress(T, ROOT, { asOf: ASOF, within: 'p' }))!.items).toEqual(whole.items);
    expect((await reads.progress(T, ROOT, { asOf: ASOF, within: 'd1' }))!.escalations).toEqual(whole.escalations);
    expect((await reads.progress(T, ROOT, { asOf: ASOF, within: 'd2' }))!.escalations).toEqual({});
    const below = (await reads.cascade(T, ROOT, { asOf: ASOF, within: 'd1' }))!;
    expect(below.children.map(({ unit: { id } }) => id)).toEqual(['c1', 'c2']);
  });

  it('sorts items by their last allowed day over all pages, those without one last', async () => {
    for (const order of ['due', '-due'] as const) {
      const due: (string | null)[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await reads.items(T, { plan: ROOT, order, asOf: ASOF }, { limit: 5, ...(after && { after }) });
        due.push(...page.items.map((item) => item.due));
        after = page.next;
      }
      expect(due).toHaveLength(4 * 12 + 1);
      const [days, without] = [due.filter((day) => day !== null), due.filter((day) => day === null)];
      expect(without.length).toBeGreaterThan(0);
      const sorted = days.toSorted((a, b) => (order === 'due' ? a.localeCompare(b) : b.localeCompare(a)));
      expect(due).toEqual([...sorted, ...without]);
    }
    const byKey = await reads.items(T, { plan: ROOT, asOf: ASOF }, { limit: 5 });
    await expect(reads.items(T, { plan: ROOT, order: 'due', asOf: ASOF }, { after: byKey.next! })).rejects.toThrow(InvalidCursor);
  });

  it('finds all that lies below a unit, and what a table of reports counts', async () => {
    const unitsOf = async (filter: object): Promise<readonly string[]> => {
      const listed = (await reads.items(T, { plan: ROOT, ...filter, asOf: ASOF }, { limit: 200 })).items;
      return [...new Set(listed.map(({ unit }) => unit.id))];
    };
    const everybody = await unitsOf({});
    const below = await unitsOf({ within: 'd1' });
    expect(below.length).toBeGreaterThan(1);
    expect(below.length).toBeLessThan(everybody.length);
    expect(await unitsOf({ within: 'd1', unit: 'd1' })).toEqual(everybody.filter((unit) => unit === 'd1'));
    const { periods } = (await reads.completeness(T, ROOT, { asOf: ASOF }))!;
    expect(periods.length).toBeGreaterThan(1);
    for (const { label, rate } of periods) {
      const filter = { plan: ROOT, within: 'p', label, asOf: ASOF };
      const missing = (await reads.missingReports(T, ROOT, { label, asOf: ASOF, limit: 1 }))!;
      const overdue = (await reads.reports(T, { ...filter, standing: 'overdue' }, { limit: 200 })).items;
      const onTime = (await reads.reports(T, { ...filter, standing: 'onTime' }, { limit: 200 })).items;
      expect([label, overdue.length, onTime.length]).toEqual([label, rate.expected - rate.received, rate.onTime]);
      expect(missing).toMatchObject({ total: overdue.length, reports: [{ label }] });
      const rest = (await reads.missingReports(T, ROOT, { label, asOf: ASOF, after: missing.next! }))!;
      expect([...missing.reports, ...rest.reports].map(({ unit: { id } }) => id).toSorted()).toEqual(
        overdue.map(({ unit: { id } }) => id).toSorted(),
      );
    }
  });

  it('lists reports of a period', async () => {
    const { items } = await reads.reports(T, { period: 'Q1', asOf: ASOF }, {});
    expect(items.map(({ unit: { id }, status }) => [id, status])).toEqual([
      ['c1', 'submitted'],
      ['c2', 'expected'],
      ['c3', 'expected'],
      ['d1', 'expected'],
    ]);
  });

  it('sorts units as Vietnamese do and finds them by part of their name', async () => {
    const names = (await reads.units(T, { on: TODAY }, {})).items.map(({ name }) => name);
    expect(names).toEqual([
      'UBND huyện Ấm',
      'UBND huyện Đào',
      'UBND tỉnh',
      'UBND xã An',
      'UBND xã Ân',
      'UBND xã Cau',
      'UBND xã Dừa',
    ]);
    const first = await reads.units(T, { superior: 'd1', on: TODAY }, { limit: 1 });
    expect(
      (await reads.units(T, { superior: 'd1', on: TODAY }, { limit: 1, after: first.next! })).items.map(({ id }) => id),
    ).toEqual(['c2']);
    expect((await reads.units(T, { search: 'XÃ Â', on: TODAY }, {})).items.map(({ id }) => id)).toEqual(['c2']);
    const found = async (search: string) => (await reads.units(T, { search, on: TODAY }, {})).items.map(({ id }) => id);
    const all = await found('XÃ');
    expect(all.length).toBeGreaterThan(1);
    expect(await found('xa ')).toEqual(all);
    expect(await found('Xa A')).toContain('c2');
    expect(await found('xá')).toEqual([]);
  });

  it('finds a unit until the day on which it ends, though that has been recorded ahead', async () => {
    const found = async (on: string) => (await reads.units(T, { search: 'xã Cau', on }, {})).items.map(({ id }) => id);
    const before = await found('2022-12-31');
    await database.pool.query("update unit set valid_until = '2023-01-01' where tenant = $1 and id = 'c4'", [T]);
    expect([before, await found('2022-12-31'), await found('2023-01-01')]).toEqual([['c4'], ['c4'], []]);
  });

  it('refuses a cursor that it did not give', async () => {
    for (const after of ['nonsense', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,2,3]').toString('base64url')]) {
      await expect(reads.items(T, { asOf: ASOF }, { after })).rejects.toThrow(InvalidCursor);
    }
  });
});
