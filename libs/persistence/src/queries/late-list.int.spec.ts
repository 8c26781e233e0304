import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorkflow } from '#workflow';
import type { Instant, PlanRules, UnitId } from '#engine';
import { InvalidCursor, PostgresEventStore, PostgresReadModels } from '#persistence';
import { founded, type TestDatabase, testDatabase } from '#testing';

const T = 'late';
const PLACE = { start: 0, end: 1, line: 1, column: 1 };
const RULES = {
  irVersion: 1,
  plan: { issuer: 'p', number: '1/KH', issuedOn: '2022-06-30' },
  title: 'Plan',
  focal: null,
  horizon: '2022-12-31',
  implements: null,
  inheritsAll: false,
  omits: [],
  sections: [],
  tasks: [
    {
      no: '1',
      section: null,
      title: 'Việc một',
      leads: [{ kind: 'each', name: 'xã', of: { kind: 'peoples-committee', tier: 'commune' } }],
      supports: [],
      deadline: { kind: 'by', date: '2022-07-29' },
      report: null,
      deliverable: null,
      refines: null,
      place: PLACE,
    },
  ],
  duties: [],
  regimes: [],
  escalation: [
    {
      step: 'after-1d',
      when: 'after',
      amount: 1,
      unit: 'day',
      actions: [{ action: 'notify', target: { kind: 'superior' } }],
      place: PLACE,
    },
  ],
  followUp: [
    {
      when: 'after',
      term: { amount: 5, unit: 'workday' },
      action: 'demand-explanation',
      target: { kind: 'lead' },
      within: null,
      place: PLACE,
    },
  ],
  place: PLACE,
} as unknown as PlanRules;
const at = (text: string): Instant => `${text}:00+07:00` as Instant;

let database: TestDatabase;
let reads: PostgresReadModels;
let plan = '';

beforeAll(async () => {
  database = await testDatabase();
  reads = new PostgresReadModels(database.pool);
  const store = new PostgresEventStore(database.pool);
  const { organisation, plans, unitPlans, clock } = createWorkflow(store);
  const units = [
    founded('p', { tier: 'province' }),
    founded('a', { superior: 'p' }),
    founded('b', { superior: 'p' }),
    founded('c', { superior: 'p' }),
  ];
  await organisation.record(T, units, at('2022-01-01T00:00'));
  const event = {
    type: 'RulesPublished',
    v: 1,
    data: { hash: 'h', text: '', rules: RULES },
    because: null,
    at: at('2022-06-30T08:00'),
    actor: 'p',
  };
  await store.append(T, [{ stream: 'rules/h', expected: 0, events: [event] }]);
  const issued = await plans.issue(T, { hash: 'h', actor: 'p' as UnitId }, at('2022-06-30T08:00'));
  plan = issued.plan;
  const submit = (unit: string, item: string, when: string) => {
    const command = { type: 'SubmitItem', item: item as never, note: null } as const;
    return unitPlans.execute(T, { plan: issued.plan, unit: unit as UnitId, actor: unit as UnitId, command }, at(when));
  };
  await submit('a', '1', '2022-07-28T09:00');
  await clock.runUntil(T, at('2022-08-12T00:00'));
  await submit('b', 'explain:item 1#1', '2022-08-12T09:00');
});
afterAll(() => database.drop());

describe('The late list', () => {
  it('says who is late since when, what was done about it, and what was explained', async () => {
    const list = await reads.lateList(T, plan, { asOf: at('2022-08-12T12:00') });
    const steps = [
      { step: 'after-1d', at: '2022-07-30T00:00:00+07:00', actions: [{ action: 'notify', target: 'p' }] },
      { step: 'after-5wd-demand-explanation', at: '2022-08-05T00:00:00+07:00' },
    ];
    expect(list?.late.map(({ unit, obligation, due, daysLate, title }) => [unit.id, obligation, due, daysLate, title])).toEqual([
      ['b', 'item 1', '2022-07-29', 14, 'Việc một'],
      ['c', 'item 1', '2022-07-29', 14, 'Việc một'],
      ['c', 'item explain:item 1#1', '2022-08-10', 2, 'Giải trình · Explanation'],
    ]);
    expect(list?.late[0]?.steps).toMatchObject(steps);
    expect(list?.late.map(({ explanation }) => explanation)).toEqual([
      { item: 'explain:item 1#1', due: '2022-08-10', status: 'submitted', submittedAt: '2022-08-12T09:00:00+07:00' },
      { item: 'explain:item 1#1', due: '2022-08-10', status: 'assigned', submittedAt: null },
      null,
    ]);
  });

  it('comes by pages, each entry once, and every page tells how many there are', async () => {
    const asOf = at('2022-08-12T12:00');
    const whole = await reads.lateList(T, plan, { asOf });
    const found: unknown[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await reads.lateList(T, plan, { asOf, limit: 2, ...(after && { after }) });
      expect(page?.total).toBe(3);
      found.push(...(page?.late ?? []));
      after = page?.next ?? null;
    }
    expect(found).toEqual(whole?.late);
    const forged = Buffer.from('["2022-02-30","b","item 1"]').toString('base64url');
    await expect(reads.lateList(T, plan, { asOf, after: forged })).rejects.toThrow(InvalidCursor);
  });

  it('tells of an earlier day what stood then', async () => {
    const list = await reads.lateList(T, plan, { asOf: at('2022-08-01T12:00') });
    expect(list?.late.map(({ unit, daysLate, steps }) => [unit.id, daysLate, steps.length])).toEqual([
      ['b', 3, 1],
      ['c', 3, 1],
    ]);
    const before = await reads.lateList(T, plan, { asOf: at('2022-08-11T12:00') });
    expect(before?.late.map(({ unit, obligation }) => [unit.id, obligation])).toContainEqual(['b', 'item explain:item 1#1']);
    expect((await reads.lateList(T, plan, { asOf: at('2022-07-29T23:00') }))?.late).toEqual([]);
    expect(await reads.lateList(T, 'none', { asOf: at('2022-07-29T23:00') })).toBeUndefined();
  });
});
