import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldUnitPlan, type UnitPlanEvent, type UnitPlanState } from '#engine';
import type { Trend } from '#contracts';
import type { EventStore } from '#event-store';
import { advance, dailyProjection, PostgresEventStore, PostgresReadModels, rebuildProjection } from '#persistence';
import { type DaySums, timeliness, trendDays } from '#read-models';
import { act, derivedEvent, stepReached, type TestDatabase, testDatabase, unitPlanWrite } from '#testing';

let database: TestDatabase;
let store: EventStore;
let tenants = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(() => database.drop());

const ITEMS = ['1.1', '1.2', '1.5@2022-Q3', '2.1', 'none'];
const REPORTS = ['1@2022-Q1', '1@2022-H1'];
const item = fc.constantFrom(...ITEMS);
const at = fc
  .integer({ min: 0, max: 90 })
  .map((days) => `${new Date(Date.UTC(2022, 6, 1 + days)).toISOString().slice(0, 10)}T09:00:00+07:00`);
const document = { number: '1/CV', date: '2022-07-20', issuer: 'vn-10' };

const anyAct: fc.Arbitrary<UnitPlanEvent> = fc.oneof(
  fc
    .tuple(item, at, fc.constantFrom('ItemReceived' as const, 'ItemStarted' as const, 'ItemAccepted' as const))
    .map(([id, when, type]) => act(type, { item: id }, when)),
  fc.tuple(item, at).map(([id, when]) => act('ItemSubmitted', { item: id, note: null }, when)),
  fc.tuple(item, at).map(([id, when]) => act('ItemReturned', { item: id, reason: 'x' }, when)),
  fc.tuple(item, at).map(([id, when]) => act('ItemWithdrawn', { item: id, reason: 'x', document }, when)),
  fc
    .tuple(item, at)
    .map(([id, when]) => act('ItemSuspended', { item: id, from: when.slice(0, 10), until: null, document }, when)),
  fc.tuple(item, at).map(([id, when]) => act('DeadlineExtended', { item: id, from: null, to: '2022-09-05', document }, when)),
  fc
    .tuple(fc.constantFrom(...REPORTS), at)
    .map(([report, when]) => act('ReportSubmitted', { report, content: 'x', received: [], missing: [] }, when)),
  fc.tuple(fc.constantFrom(...REPORTS), at).map(([report, when]) => act('ReportReturned', { report, reason: 'x' }, when)),
  fc.tuple(item, at).map(([id, when]) => stepReached(id, 'after-5wd', { at: when })),
  at.map((when) =>
    act('OwnPlanIssued', { duty: '1', plan: 'own', ref: { issuer: 'u', number: '5/KH', issuedOn: '2022-07-20' } }, when),
  ),
);

const history = fc.array(fc.array(anyAct, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
const shape = (n: number) => ({ plan: 'plan', unit: `u-${n}`, superior: 'vn-10', items: 12, reports: 4 });

interface Life {
  readonly unit: string;
  readonly batches: readonly (readonly UnitPlanEvent[])[];
}

const livesOf = (histories: readonly (readonly (readonly UnitPlanEvent[])[])[]): Life[] =>
  histories.map((batches, index) => ({ unit: `u-${index}`, batches: [[derivedEvent(shape(index))], ...batches] }));

/** Unit plans in turn, a batch each, so that their events lie mixed in the log; called back between any two. */
async function record(tenant: string, lives: readonly Life[], between: (turn: number) => Promise<unknown>): Promise<void> {
  const states = new Map<string, UnitPlanState>();
  const longest = Math.max(...lives.map(({ batches }) => batches.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const { unit, batches } of lives) {
      const events = batches[turn];
      if (!events) continue;
      const write = unitPlanWrite(events, states.get(unit));
      await store.append(tenant, [write]);
      states.set(unit, write.state);
    }
    await between(turn);
  }
}

/** The figures that the log itself gives, obligation by obligation and event by event: slow, and without the projection's code. */
function recount({ unit, batches }: Life): Map<string, DaySums> {
  const sums = new Map<string, Record<string, number | string>>();
  const add = (kind: string, day: string, name: string, by: number): void => {
    const key = `${unit} ${kind} ${day}`;
    const sum = sums.get(key) ?? { kind, day, due: 0, met: 0, made_up: 0, on_time: 0, late: 0, opened: 0, escalations: 0 };
    sum[name] = Number(sum[name]) + by;
    sums.set(key, sum);
  };
  const events = batches.flat();
  const opens = events.map((_, index) => openIn(foldUnitPlan(events.slice(0, index + 1))));
  events.forEach((event, index) => {
    for (const kind of ['item', 'report', 'duty'] as const) {
      add(kind, event.at.slice(0, 10), 'opened', opens[index]![kind] - (opens[index - 1]?.[kind] ?? 0));
    }
    if (event.type === 'EscalationStepReached') add('item', event.at.slice(0, 10), 'escalations', 1);
  });
  const last = foldUnitPlan(events);
  const owed = [
    ...[...last.items.values()].map((each) => ({ ...each, kind: 'item' })),
    ...[...last.reports.values()].map((each) => ({ ...each, kind: 'report' })),
    ...[...last.duties.values()].map((each) => ({
      kind: 'duty',
      due: each.due,
      status: each.fulfilledAt === null ? 'open' : 'fulfilled',
      submittedAt: each.fulfilledAt,
    })),
  ];
  for (const { kind, due, status, submittedAt } of owed) {
    const judged = timeliness({ due, status, submittedAt }, '2030-01-01T00:00:00+07:00').timeliness;
    if (due === null || judged === 'no-deadline') continue;
    add(kind, due, 'due', 1);
    if (judged !== 'on-time' && judged !== 'late') continue;
    const doneOn = String(submittedAt).slice(0, 10);
    add(kind, doneOn, judged === 'late' ? 'late' : 'on_time', 1);
    add(kind, doneOn <= due ? due : doneOn, doneOn <= due ? 'met' : 'made_up', 1);
  }
  return new Map(
    [...sums].filter(([, sum]) => Object.values(sum).some((value) => typeof value === 'number' && value !== 0)),
  ) as never;
}

function openIn(state: UnitPlanState): Record<'item' | 'report' | 'duty', number> {
  const acting = new Set(['assigned', 'received', 'in-progress', 'returned', 'expected']);
  return {
    item: [...state.items.values()].filter(({ kind, status }) => kind !== 'standing' && acting.has(status)).length,
    report: [...state.reports.values()].filter(({ status }) => acting.has(status)).length,
    duty: [...state.duties.values()].filter(({ fulfilledAt }) => fulfilledAt === null).length,
  };
}

async function kept(tenant: string): Promise<Map<string, DaySums>> {
  const { rows } = await database.pool.query<DaySums & { unit: string }>(
    `select unit, kind, day, due, met, made_up, on_time, late, opened, escalations from daily_figure
     where tenant = $1 and generation = (
       select generation from projection_cursor where tenant = $1 and projection = 'daily' and state = 'live')
     and (due, met, made_up, on_time, late, opened, escalations) <> (0, 0, 0, 0, 0, 0, 0)`,
    [tenant],
  );
  return new Map(rows.map(({ unit, ...sums }) => [`${unit} ${sums.kind} ${sums.day}`, sums]));
}

describe('The figures of days', () => {
  it('are those that a recount of the whole log gives, however the log is cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 7 }),
        async (histories, limit) => {
          const tenant = `t-${++tenants}`;
          const lives = livesOf(histories);
          // Two processes, each with what it remembers, take turns.
          const projections = [dailyProjection(), dailyProjection()];
          const turn = (n: number) => advance(database.pool, projections[n % 2]!, { tenant, limit });
          await record(tenant, lives, turn);
          for (let n = 0; (await turn(n)).more; n++);
          const expected = new Map(lives.flatMap((life) => [...recount(life)]));
          expect(expected.size).toBeGreaterThan(5);
          expect(await kept(tenant)).toEqual(expected);
          await rebuildProjection(database.pool, dailyProjection(), { tenant, limit });
          expect(await kept(tenant)).toEqual(expected);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are told for a unit and all below it, with how far they have been counted', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, [{ stream: 'organisation', expected: 0, events: founded() }]);
    await store.append(tenant, rulesAndPlan());
    const submitted = act('ItemSubmitted', { item: '1.1', note: null }, '2022-07-01T10:00:00+07:00');
    const lives = livesOf([[[submitted]], [], []]);
    await record(tenant, lives, async () => undefined);
    const projection = dailyProjection();
    const reads = new PostgresReadModels(database.pool);
    const span = { from: '2022-06-29', until: '2022-07-06' };
    const early = await reads.trend(tenant, 'plan', span);
    expect(early?.counted).toEqual({ position: 0, head: 10 });
    while ((await advance(database.pool, projection, { tenant })).more);
    const trend = await reads.trend(tenant, 'plan', span);
    expect(trend?.counted).toEqual({ position: 10, head: 10 });
    const all = lives.flatMap((life) => [...recount(life).values()]);
    const total = (kind: string, day: string, name: keyof DaySums) =>
      all.filter((sum) => sum.kind === kind && sum.day === day).reduce((sum, each) => sum + Number(each[name]), 0);
    const summed = [...new Set(all.map(({ kind, day }) => `${kind} ${day}`))].map((key) => {
      const [kind = '', day = ''] = key.split(' ');
      const names = ['due', 'met', 'made_up', 'on_time', 'late', 'opened', 'escalations'] as const;
      return { kind, day, ...Object.fromEntries(names.map((name) => [name, total(kind, day, name)])) } as unknown as DaySums;
    });
    expect(trend?.days).toEqual(trendDays(summed, span as never));
    expect(trend?.days[2]).toMatchObject({ day: '2022-07-01', items: { due: 3, onTime: 1, late: 0, open: 32, overdue: 0 } });
    expect(trend?.days[3]?.items.overdue).toBe(2);
    await expectListed(tenant, reads, trend!.days);
    const one = await reads.trend(tenant, 'plan', { ...span, within: 'u-1' });
    expect(one?.days[2]?.items).toMatchObject({ due: 1, onTime: 0, open: 11 });
    expect(await reads.trend(tenant, 'plan', { ...span, within: 'nobody' })).toBeUndefined();
    expect(await reads.trend(tenant, 'no-plan', span)).toBeUndefined();
  });
});

/** Each number of each day is that of the list that it opens. */
async function expectListed(tenant: string, reads: PostgresReadModels, days: Trend['days']): Promise<void> {
  const asOf = '2022-12-31T23:59:59+07:00';
  const place = { plan: 'plan', within: 'vn-10' };
  for (const { day, items, reports } of days) {
    const then = `${day}T23:59:59+07:00`;
    const listed = async (list: 'items' | 'reports', filter: object) =>
      (await reads[list](tenant, { ...place, asOf, ...filter }, { limit: 200 })).items.length;
    for (const [list, of] of [
      ['items', items],
      ['reports', reports],
    ] as const) {
      const kind = list === 'items' ? 'item' : 'report';
      expect({
        day,
        list,
        due: await listed(list, { due: day }),
        onTime: await listed(list, { inOn: day, standing: 'onTime' }),
        late: await listed(list, { inOn: day, standing: 'late' }),
        overdue: await listed(list, { standing: 'overdue', asOf: then }),
        escalations: (await reads.stepsTaken(tenant, 'plan', { within: 'vn-10', on: day, kind, asOf }))!.total,
      }).toEqual({ day, list, due: of.due, onTime: of.onTime, late: of.late, overdue: of.overdue, escalations: of.escalations });
    }
  }
}

const event = (type: string, data: unknown) => ({
  type,
  v: 1,
  data,
  because: null,
  at: '2022-06-30T08:00:00+07:00' as never,
  actor: null,
});

const founded = () =>
  ['vn-10', 'u-0', 'u-1', 'u-2'].map((id) =>
    event('UnitFounded', {
      id,
      name: id,
      aliases: [],
      localName: null,
      tier: 'commune',
      kind: 'peoples-committee',
      superior: id === 'vn-10' ? null : 'vn-10',
      from: '2000-01-01',
    }),
  );

const rulesAndPlan = () => [
  { stream: 'rules/abc', expected: 0, events: [event('RulesPublished', { hash: 'abc', text: 't', rules: { tasks: [] } })] },
  {
    stream: 'plan/plan',
    expected: 0,
    events: [
      event('PlanIssued', {
        id: 'plan',
        ref: { issuer: 'vn-10', number: '1/KH', issuedOn: '2022-06-30' },
        title: 'Kế hoạch',
        rules: 'abc',
        root: 'plan',
        parent: null,
        organisation: 'o',
        calendar: 'c',
      }),
    ],
  },
];
