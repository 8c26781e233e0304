import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitPlanEvent, UnitPlanState } from '#engine';
import type { NewEvent, StreamWrite } from '#event-store';
import { timeliness, type ItemRow, type ReportRow } from '#read-models';
import { InvalidCursor, PostgresEventStore, PostgresReadModels } from '#persistence';
import { act, BECAUSE, derivedEvent, stepReached, type TestDatabase, testDatabase, unitPlanWrite } from '#testing';

const T = 'vn-10';
const ISSUED = '2022-06-30T08:00:00+07:00' as NewEvent['at'];
const ROOT = 'root-plan';
const LOWER = 'lower-plan';

let database: TestDatabase;
let reads: PostgresReadModels;
const states = new Map<string, UnitPlanState>();

const event = (type: string, data: unknown): NewEvent => ({ type, v: 1, data, because: BECAUSE, at: ISSUED, actor: null });
const unit = (id: string, name: string, tier: string, superior: string | null): NewEvent =>
  event('UnitFounded', { id, name, aliases: [], localName: null, tier, kind: 'peoples-committee', superior, from: '2000-01-01' });
const task = (no: string, title: string) => ({ no, section: 1, title, deliverable: null, refines: null });
const issued = (id: string, number: string, issuer: string, parent: string | null): StreamWrite => ({
  stream: `plan/${id}`,
  expected: 0,
  events: [
    event('PlanIssued', {
      id,
      ref: { issuer, number, issuedOn: parent ? '2022-07-10' : '2022-06-30' },
      title: `Kế hoạch ${number}`,
      rules: `rules-${id}`,
      root: ROOT,
      parent,
      organisation: 'o',
      calendar: 'c',
    }),
  ],
});
const rules = (id: string, tasks: unknown[]): StreamWrite => ({
  stream: `rules/rules-${id}`,
  expected: 0,
  events: [event('RulesPublished', { hash: `rules-${id}`, text: `văn bản ${id}`, rules: { tasks } })],
});

const ORGANISATION = [
  unit('p', 'UBND tỉnh', 'province', null),
  unit('d1', 'UBND huyện Ấm', 'district', 'p'),
  unit('d2', 'UBND huyện Đào', 'district', 'p'),
  unit('c1', 'UBND xã An', 'commune', 'd1'),
  unit('c2', 'UBND xã Ân', 'commune', 'd1'),
  unit('c3', 'UBND xã Dừa', 'commune', 'd2'),
  unit('c4', 'UBND xã Cau', 'commune', 'd2'),
];

async function record(unitId: string, superior: string, events: readonly UnitPlanEvent[]): Promise<void> {
  const before = states.get(unitId);
  const shape = { plan: ROOT, unit: unitId, superior, items: 12, reports: 4 };
  const write = unitPlanWrite(before ? events : [derivedEvent(shape), ...events], before);
  states.set(unitId, write.state);
  await new PostgresEventStore(database.pool).append(T, [write]);
}

beforeAll(async () => {
  database = await testDatabase();
  reads = new PostgresReadModels(database.pool);
  const store = new PostgresEventStore(database.pool);
  await store.append(T, [
    { stream: 'organisation', expected: 0, events: ORGANISATION },
    rules(ROOT, [task('1.1', 'Việc một'), task('1.2', 'Việc hai')]),
    issued(ROOT, '239/KH-UBND', 'p', null),
  ]);
  await store.append(T, [rules(LOWER, [task('4', 'Việc riêng của huyện')]), issued(LOWER, '12/KH-UBND', 'd1', ROOT)]);
  for (const [id, superior] of [
    ['d1', 'p'],
    ['c1', 'd1'],
    ['c2', 'd1'],
    ['c3', 'd2'],
  ] as const)
    await record(id, superior, []);
  const own = {
    ...derivedEvent({ plan: ROOT, unit: 'c1', superior: 'd1', items: 1, reports: 0 }).data,
    duties: [],
    joint: [],
    supports: [],
  };
  const added = { ...own, items: [{ ...own.items[0], id: '12/KH-UBND:4', task: '12/KH-UBND:4', source: LOWER }] };
  await record('c1', 'd1', [
    act(
      'UnitPlanReplaced',
      {
        by: LOWER,
        previous: ROOT,
        provisional: false,
        acceptors: ['d1'],
        added,
        moved: [],
        withdrawn: [{ item: '1.2', reason: 'gộp' }],
      },
      '2022-07-10T08:00:00+07:00',
    ),
    act('ItemSubmitted', { item: '1.1', note: null }, '2022-07-01T23:59:59+07:00'),
    stepReached('1.3', 'before-5wd', { at: '2022-08-25T00:00:00+07:00' }),
    act('DeadlineExtended', { item: '1.3', from: '2022-09-03', to: '2022-10-03', document: {} }, '2022-08-26T00:00:00+07:00'),
    stepReached('1.3', 'after-1wd', { at: '2022-10-05T00:00:00+07:00', generation: 2 }),
    act('ReportSubmitted', { report: '1@2022-Q1', content: 'x', received: [], missing: [] }, '2022-07-02T08:00:00+07:00'),
    act('ExtensionRequested', { obligation: 'item 1.3', to: '2022-10-31', reason: 'Chờ số liệu' }, '2022-08-27T08:00:00+07:00'),
    act('ExtensionRequested', { obligation: 'report 1@2022-9M', to: '2022-12-31', reason: 'x' }, '2022-08-28T08:00:00+07:00'),
  ]);
  await record('c2', 'd1', [
    act('ExtensionRequested', { obligation: 'item 1.3', to: '2022-10-31', reason: 'x' }, '2022-07-01T08:00:00+07:00'),
    act('ExtensionRefused', { obligation: 'item 1.3', to: '2022-10-31', reason: 'Cần đúng hạn' }, '2022-07-01T09:00:00+07:00'),
    act('ItemSubmitted', { item: '1.1', note: null }, '2022-07-02T00:00:00+07:00'),
    act('ItemSubmitted', { item: '1.2', note: null }, '2022-07-02T00:00:00+07:00'),
    act('ItemReturned', { item: '1.2', reason: 'thiếu' }, '2022-07-03T00:00:00+07:00'),
    act(
      'OwnPlanIssued',
      { duty: '1', plan: 'own', ref: { issuer: 'c2', number: '1', issuedOn: '2022-07-03' } },
      '2022-07-03T00:00:00+07:00',
    ),
  ]);
});
afterAll(() => database.drop());

const ASOF = '2022-12-31T12:00:00+07:00';

describe('When a plan is looked at', () => {
  it('lists plans, the newest first, page by page', async () => {
    const first = await reads.plans(T, { limit: 1 });
    expect(first.items.map(({ id }) => id)).toEqual([LOWER]);
    const second = await reads.plans(T, { limit: 1, after: first.next! });
    expect(second.items.map(({ id, unitPlans, issuer }) => [id, unitPlans, issuer.name])).toEqual([[ROOT, 4, 'UBND tỉnh']]);
    expect(second.next).toBeNull();
    expect(await reads.plan(T, LOWER)).toMatchObject({ parent: ROOT, unitPlans: 1, status: 'issued', issuedOn: '2022-07-10' });
  });

  it('gives the rules verbatim', async () => {
    expect(await reads.rulesText(T, `rules-${LOWER}`)).toEqual({
      text: `văn bản ${LOWER}`,
      rules: { tasks: [task('4', 'Việc riêng của huyện')] },
    });
  });

  it('shows the tree with units that only stand between', async () => {
    const tree = await reads.cascade(T, ROOT, ASOF);
    expect(tree!.unit.id).toBe('p');
    expect(tree!.source).toBeNull();
    expect(tree!.children.map(({ unit: { id }, source }) => [id, source])).toEqual([
      ['d1', ROOT],
      ['d2', null],
    ]);
    expect(tree!.children.map(({ children }) => children.map(({ unit: { id } }) => id))).toEqual([['c1', 'c2'], ['c3']]);
    expect(tree!.children[0]!.children[0]).toMatchObject({ source: LOWER, items: { total: 12, onTime: 1, late: 0 } });
  });

  it('shows of a lower plan only what follows it', async () => {
    const tree = await reads.cascade(T, LOWER, ASOF);
    expect(tree!.unit.id).toBe('d1');
    expect(tree!.children.map(({ unit: { id } }) => id)).toEqual(['c1']);
  });

  it('counts by the rules that judge each obligation', async () => {
    for (const asOf of ['2022-07-01T00:00:00+07:00', '2022-09-10T23:00:00+07:00', ASOF]) {
      const { rows } = await database.pool.query<ItemRow>('select * from item');
      const judge = (row: ItemRow) => timeliness({ ...row, submittedAt: row.submitted_at }, asOf).timeliness;
      const counted = Object.groupBy(
        rows.filter(({ status }) => status !== 'cancelled'),
        judge,
      );
      const progress = await reads.progress(T, ROOT, asOf);
      const reports = (await database.pool.query<ReportRow>('select * from report')).rows.map(
        (row) => timeliness({ due: row.due, status: row.status, submittedAt: row.submitted_at }, asOf).timeliness,
      );
      const n = (name: keyof typeof counted) => counted[name]?.length ?? 0;
      expect(progress!.items).toEqual({
        total: rows.length - 1,
        onTime: n('on-time'),
        late: n('late'),
        overdue: n('overdue'),
        open: n('not-due') + n('no-deadline'),
      });
      expect(progress!.reports.overdue).toBe(reports.filter((each) => each === 'overdue').length);
    }
  });

  it('names what is late, how late, and the steps that were taken', async () => {
    const progress = await reads.progress(T, ROOT, ASOF);
    expect(progress!.late).toContainEqual({
      unit: expect.objectContaining({ id: 'c2' }),
      task: '1.1',
      due: '2022-07-01',
      daysLate: 1,
      done: true,
    });
    expect(progress!.late[0]).toMatchObject({ done: false });
    expect(progress!.late.map(({ daysLate }) => daysLate)).toEqual(
      progress!.late.map(({ daysLate }) => daysLate).toSorted((a, b) => b - a),
    );
    expect(progress!.escalations).toEqual({ 'before-5wd': 1, 'after-1wd': 1 });
    expect((await reads.progress(T, ROOT, '2022-09-01T00:00:00+07:00'))!.escalations).toEqual({ 'before-5wd': 1 });
    for (const [step, total] of Object.entries(progress!.escalations)) {
      const taken = (await reads.stepsTaken(T, ROOT, { step, asOf: ASOF }))!;
      expect([taken.total, taken.steps.length]).toEqual([total, total]);
      for (const each of taken.steps)
        expect(each).toMatchObject({ step, title: expect.any(String), obligation: expect.stringMatching(/^item /) });
    }
    const first = (await reads.stepsTaken(T, ROOT, { asOf: ASOF, limit: 1 }))!;
    expect(first).toMatchObject({ total: 2, steps: [{ step: 'after-1wd' }] });
    const second = (await reads.stepsTaken(T, ROOT, { asOf: ASOF, limit: 1, after: first.next! }))!;
    expect(second).toMatchObject({ total: 2, steps: [{ step: 'before-5wd' }], next: null });
    const of = async (filter: object) => (await reads.stepsTaken(T, ROOT, { asOf: ASOF, ...filter }))!.total;
    expect([await of({ on: '2022-10-05' }), await of({ kind: 'report' }), await of({ within: 'd2' })]).toEqual([1, 0, 0]);
    expect(await reads.stepsTaken(T, 'nothing', { asOf: ASOF })).toBeUndefined();
    expect(Object.fromEntries(Object.entries(progress!.byTier).map(([tier, { unitPlans }]) => [tier, unitPlans]))).toEqual({
      district: 1,
      commune: 3,
    });
  });
});

describe('When a unit plan is looked at', () => {
  it('shows items with their titles, timeliness and the steps of the running generation', async () => {
    const view = await reads.unitPlan(T, ROOT, 'c1', ASOF);
    expect(view).toMatchObject({ source: LOWER, provisional: false, version: 9, ownPlan: null });
    const byId = new Map(view!.items.map((item) => [item.id, item]));
    expect(byId.get('1.1')).toMatchObject({
      title: 'Việc một',
      timeliness: 'on-time',
      daysLate: 0,
      due: '2022-07-01',
      status: 'submitted',
    });
    expect(byId.get('12/KH-UBND:4')).toMatchObject({ title: 'Việc riêng của huyện', source: LOWER });
    expect(byId.get('1.3')).toMatchObject({ due: '2022-10-03', timeliness: 'overdue', daysLate: 89, escalated: ['after-1wd'] });
    expect(byId.get('1.2')).toMatchObject({ status: 'cancelled', timeliness: 'no-deadline' });
    expect(view!.supports).toEqual([{ task: '1.2', source: ROOT, title: 'Việc hai' }]);
    expect(view!.joint).toEqual([{ task: '1.1', source: ROOT, title: 'Việc một', accountable: 'd1' }]);
  });

  it('judges the duty to issue a plan', async () => {
    expect((await reads.unitPlan(T, ROOT, 'c2', ASOF))!.duties).toEqual([
      {
        id: '1',
        due: '2022-11-05',
        sendTo: expect.objectContaining({ id: 'd1' }),
        plan: 'own',
        fulfilledAt: '2022-07-03T00:00:00+07:00',
        timeliness: 'on-time',
      },
    ]);
    expect((await reads.unitPlan(T, ROOT, 'c3', ASOF))!.duties[0]).toMatchObject({ plan: null, timeliness: 'overdue' });
  });

  it('knows no unit plan that was not derived', async () => {
    expect(await reads.unitPlan(T, ROOT, 'c4', ASOF)).toBeUndefined();
    expect(await reads.unitPlan('other', ROOT, 'c1', ASOF)).toBeUndefined();
  });
});

describe('When a unit looks at its desk', () => {
  it('puts each open item in one list only', async () => {
    const desk = await reads.desk(T, 'c3', '2022-08-25T09:00:00+07:00');
    const ids = [desk!.overdue, desk!.dueSoon, desk!.open].map((list) => list.map(({ id }) => id));
    expect(ids.flat().toSorted()).toEqual([...states.get('c3')!.items.keys()].toSorted());
    expect(desk!.overdue.every(({ due }) => due! < '2022-08-25')).toBe(true);
    expect(desk!.dueSoon.map(({ due }) => due)).toEqual(['2022-09-03']);
    expect(desk!.duties.map(({ planId }) => planId)).toEqual([ROOT]);
  });

  it('shows what others handed in and wait for', async () => {
    const desk = await reads.desk(T, 'd1', ASOF);
    expect(desk!.waitingForMe.items.map(({ unit: { id }, id: item }) => [id, item])).toEqual([
      ['c1', '1.1'],
      ['c2', '1.1'],
    ]);
    expect(desk!.waitingForMe.reports.map(({ unit: { id }, id: report }) => [id, report])).toEqual([['c1', '1@2022-Q1']]);
    expect((await reads.desk(T, 'd2', ASOF))!.waitingForMe.items).toEqual([]);
  });

  it('shows which later days others ask for, and what was answered', async () => {
    const { extensionItems, extensionReports } = (await reads.desk(T, 'd1', ASOF))!.waitingForMe;
    expect(extensionItems.map(({ unit: { id }, id: item, extension }) => [id, item, extension])).toEqual([
      ['c1', '1.3', { to: '2022-10-31', reason: 'Chờ số liệu', at: '2022-08-27T08:00:00+07:00', refusal: null }],
    ]);
    expect(extensionReports.map(({ unit: { id }, id: report }) => [id, report])).toEqual([['c1', '1@2022-9M']]);
    expect((await reads.desk(T, 'd2', ASOF))!.waitingForMe).toMatchObject({ extensionItems: [], extensionReports: [] });
    const { overdue } = (await reads.desk(T, 'c2', ASOF))!;
    expect(overdue.find(({ id }) => id === '1.3')?.extension).toMatchObject({ to: '2022-10-31', refusal: 'Cần đúng hạn' });
  });

  it('has none for a unit that does not exist', async () => {
    expect(await reads.desk(T, 'nobody', ASOF)).toBeUndefined();
  });
});

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
    const { items, reports, byTier } = (await reads.progress(T, ROOT, ASOF))!;
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
    const { items, reports } = (await reads.progress(T, LOWER, ASOF))!;
    expect([items.overdue, reports.overdue]).toEqual([expect.any(Number), 3]);
    for (const standing of ['onTime', 'late', 'overdue', 'open'] as const) {
      const listed = (await reads.items(T, { plan: LOWER, standing, asOf: ASOF }, { limit: 200 })).items;
      expect([standing, listed.length]).toEqual([standing, items[standing]]);
      const sent = (await reads.reports(T, { plan: LOWER, standing, asOf: ASOF }, { limit: 200 })).items;
      expect([standing, sent.length]).toEqual([standing, reports[standing]]);
    }
    expect((await reads.taskTable(T, LOWER, { asOf: ASOF }))!.all).toEqual(items);
    expect((await reads.taskTable(T, ROOT, { asOf: ASOF }))!.all).toEqual((await reads.progress(T, ROOT, ASOF))!.items);
    expect((await reads.completeness(T, LOWER, { asOf: ASOF }))!.rate).toMatchObject({ expected: 4, received: 1 });
    expect((await reads.items(T, { plan: 'nobody issued it', asOf: ASOF }, {})).items).toEqual([]);
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
    const names = (await reads.units(T, {}, {})).items.map(({ name }) => name);
    expect(names).toEqual([
      'UBND huyện Ấm',
      'UBND huyện Đào',
      'UBND tỉnh',
      'UBND xã An',
      'UBND xã Ân',
      'UBND xã Cau',
      'UBND xã Dừa',
    ]);
    const first = await reads.units(T, { superior: 'd1' }, { limit: 1 });
    expect((await reads.units(T, { superior: 'd1' }, { limit: 1, after: first.next! })).items.map(({ id }) => id)).toEqual([
      'c2',
    ]);
    expect((await reads.units(T, { search: 'XÃ Â' }, {})).items.map(({ id }) => id)).toEqual(['c2']);
    const found = async (search: string) => (await reads.units(T, { search }, {})).items.map(({ id }) => id);
    const all = await found('XÃ');
    expect(all.length).toBeGreaterThan(1);
    expect(await found('xa ')).toEqual(all);
    expect(await found('Xa A')).toContain('c2');
    expect(await found('xá')).toEqual([]);
  });

  it('refuses a cursor that it did not give', async () => {
    for (const after of ['nonsense', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,2,3]').toString('base64url')]) {
      await expect(reads.items(T, { asOf: ASOF }, { after })).rejects.toThrow(InvalidCursor);
    }
  });
});
