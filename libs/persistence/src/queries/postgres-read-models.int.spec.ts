import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitPlanState } from '#engine';
import { timeliness, type ItemRow, type ReportRow } from '#read-models';
import { PostgresEventStore, PostgresReadModels } from '#persistence';
import { LOWER_PLAN as LOWER, recordTwoPlans, ROOT_PLAN as ROOT, type TestDatabase, testDatabase } from '#testing';

const T = 'vn-10';

let database: TestDatabase;
let reads: PostgresReadModels;
let states: ReadonlyMap<string, UnitPlanState>;

beforeAll(async () => {
  database = await testDatabase();
  reads = new PostgresReadModels(database.pool);
  states = await recordTwoPlans(new PostgresEventStore(database.pool), T);
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
      rules: { tasks: [expect.objectContaining({ no: '4', title: 'Việc riêng của huyện' })] },
    });
  });

  it('shows the tree with units that only stand between', async () => {
    const tree = await reads.cascade(T, ROOT, { asOf: ASOF });
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
    const tree = await reads.cascade(T, LOWER, { asOf: ASOF });
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
      const progress = await reads.progress(T, ROOT, { asOf });
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
    const progress = await reads.progress(T, ROOT, { asOf: ASOF });
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
    expect((await reads.progress(T, ROOT, { asOf: '2022-09-01T00:00:00+07:00' }))!.escalations).toEqual({ 'before-5wd': 1 });
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
