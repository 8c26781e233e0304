import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { UnitPlanEvent, UnitPlanState } from '#engine';
import type { NewEvent, StreamWrite } from '#event-store';
import {
  PostgresEventStore,
  READ_MODEL_TABLES,
  type RebuildProgress,
  rebuildReadModels,
  UnprojectableEvents,
  verifyReadModels,
} from '#persistence';
import { act, BECAUSE, derivedEvent, stepReached, type TestDatabase, testDatabase, unitPlanWrite } from '#testing';

let database: TestDatabase;
let store: PostgresEventStore;
let tenants = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(() => database.drop());

/** Every row of every read model, as text. */
async function dump(tenant: string): Promise<string[]> {
  const rows: string[] = [];
  for (const table of READ_MODEL_TABLES) {
    const found = await database.pool.query<{ row: string }>(
      `select '${table} ' || t::text as row from ${table} t where tenant = $1 order by 1`,
      [tenant],
    );
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

/** Wrong values, rows that are missing, rows that should not be there: of every kind of key. */
async function spoil(tenant: string): Promise<void> {
  for (const statement of [
    "update item set status = 'spoilt' where tenant = $1",
    "insert into duty (tenant, plan, unit, id, source) select tenant, plan, unit, 'extra', 'x' from unit_plan where tenant = $1",
    'delete from report where tenant = $1',
    'delete from task where tenant = $1',
    "update unit set name = 'spoilt' where tenant = $1 and id in ('u-1', 'u-2')",
    "update rules_document set text = 'spoilt' where tenant = $1",
  ]) {
    await database.pool.query(statement, [tenant]);
  }
}

const AT = '2022-08-01T09:00:00+07:00';
const ITEMS = ['1.1', '1.2', '1.5@2022-Q3', '2.1', 'none'];
const item = fc.constantFrom(...ITEMS);
const document = { number: '1/CV', date: '2022-07-20', issuer: 'vn-10' };

const anyAct: fc.Arbitrary<UnitPlanEvent> = fc.oneof(
  fc
    .record({ type: fc.constantFrom('ItemReceived' as const, 'ItemStarted' as const, 'ItemAccepted' as const), item })
    .map(({ type, ...data }) => act(type, data, AT)),
  item.map((id) => act('ItemSubmitted', { item: id, note: 'xong\t"1"' }, AT)),
  item.map((id) => act('ItemReturned', { item: id, reason: 'thiếu \\ số liệu' }, AT)),
  item.map((id) => act('DeadlineExtended', { item: id, from: '2022-08-01', to: '2022-09-01', document }, AT)),
  item.map((id) => act('ExtensionRequested', { obligation: `item ${id}`, to: '2022-12-31', reason: 'chờ\n"số liệu"' }, AT)),
  item.map((id) => act('ExtensionRefused', { obligation: `item ${id}`, to: '2022-12-31', reason: 'không' }, AT)),
  fc
    .constantFrom('1@2022-Q1', '1@2022-9M')
    .map((id) => act('ExtensionRequested', { obligation: `report ${id}`, to: '2022-12-31', reason: 'chờ' }, AT)),
  fc.subarray(ITEMS).map((items) => act('UnitPlanReceived', { items }, AT)),
  fc.constantFrom('1@2022-Q1', '1@2022-H1').map((report) => act('ReportAccepted', { report }, AT)),
  fc
    .constantFrom('1@2022-Q1', '1@2022-9M')
    .map((report) =>
      act('ReportSubmitted', { report, content: 'Nội dung\nhai dòng', received: ['u-1', 'u "2"'], missing: [] }, AT),
    ),
  item.map((id) => stepReached(id, 'after-5wd', { at: AT })),
  fc.constant(act('OwnPlanIssued', { duty: '1', plan: 'own', ref: { issuer: 'u', number: '5/KH', issuedOn: '2022-07-20' } }, AT)),
  item.map((id) => replacedBy(id)),
);

const replacedBy = (id: string): UnitPlanEvent =>
  act(
    'UnitPlanReplaced',
    {
      by: 'lower-plan',
      previous: 'plan',
      provisional: false,
      acceptors: ['u-7'],
      added: { ...derivedEvent(shape(9)).data, items: [{ ...derivedEvent(shape(9)).data.items[0], id: 'L:1', task: 'L:1' }] },
      moved: [{ item: id, kind: 'by', from: '2022-09-01', to: '2022-08-15' }],
      withdrawn: [{ item: '2.1', reason: 'gộp' }],
    },
    AT,
  );

const shape = (n: number) => ({ plan: 'plan', unit: `u-${n}`, superior: 'vn-10', items: 12, reports: 4 });

/** What comes before any unit plan: units, rules and the plan. */
const preparation = (): StreamWrite[] => {
  const event = (type: string, data: unknown): NewEvent => ({
    type,
    v: 1,
    data,
    because: BECAUSE,
    at: '2022-06-30T08:00:00+07:00' as NewEvent['at'],
    actor: null,
  });
  const founded = (id: string, superior: string | null) =>
    event('UnitFounded', {
      id,
      name: `UBND ${id}`,
      aliases: [],
      localName: null,
      tier: 'commune',
      kind: 'peoples-committee',
      superior,
      from: '2000-01-01',
    });
  const task = (no: string) => ({ no, section: 1, title: `Việc ${no}`, deliverable: null, refines: null });
  const ref = { issuer: 'vn-10', number: '239/KH-UBND', issuedOn: '2022-06-30' };
  return [
    {
      stream: 'organisation',
      expected: 0,
      events: [
        founded('vn-10', null),
        founded('u-1', 'vn-10'),
        founded('u-2', 'vn-10'),
        event('UnitRenamed', { id: 'u-1', name: "Đ'ơn \\ vị", from: '2022-01-01' }),
        event('UnitDissolved', { id: 'u-2', from: '2022-03-01', successors: ['u-1', 'u-3'] }),
      ],
    },
    {
      stream: 'rules/abc',
      expected: 0,
      events: [event('RulesPublished', { hash: 'abc', text: 'kế hoạch…', rules: { tasks: ['1.1', '1.2'].map(task) } })],
    },
    {
      stream: 'plan/plan',
      expected: 0,
      events: [
        event('PlanIssued', {
          id: 'plan',
          ref,
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
};

describe('When the read models are rebuilt', () => {
  it('gives the very rows that the appends had written, whatever happened', async () => {
    const histories = fc.array(fc.array(fc.array(anyAct, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(histories, async (units) => {
        const tenant = `t-${++tenants}`;
        await store.append(tenant, preparation());
        for (const [index, batches] of units.entries()) {
          let state: UnitPlanState | undefined;
          for (const events of [[derivedEvent(shape(index))], ...batches]) {
            const write = unitPlanWrite(events, state);
            await store.append(tenant, [write]);
            ({ state } = write);
          }
        }
        const inline = await dump(tenant);
        expect(inline.filter((row) => row.startsWith('unit_plan '))).toHaveLength(units.length);
        expect(await verifyReadModels(database.pool, tenant)).toMatchObject({ differing: 0 });
        await spoil(tenant);
        expect(await verifyReadModels(database.pool, tenant, { limit: 3 })).toMatchObject({ differing: units.length + 4 });
        expect(await dump(tenant)).not.toEqual(inline);
        await rebuildReadModels(database.pool, tenant, { limit: 5 });
        expect(await dump(tenant)).toEqual(inline);
      }),
      { numRuns: 12 },
    );
  });

  it('gives the same rows for a cascade that was copied and then copied over', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, preparation());
    const first = Array.from({ length: 200 }, (_, index) => unitPlanWrite([derivedEvent(shape(index))]));
    await store.append(tenant, first);
    const second = first.map(({ state }) =>
      unitPlanWrite([replacedBy('1.2'), stepReached('1.1', 'after-5wd', { at: AT })], state),
    );
    await store.append(tenant, second);
    const cascaded = { type: 'PlanCascaded', v: 1, data: { id: 'plan' }, because: null, at: AT as NewEvent['at'], actor: null };
    await store.append(tenant, [{ stream: 'plan/plan', expected: 1, events: [cascaded] }]);
    const inline = await dump(tenant);
    expect(inline.filter((row) => row.startsWith('item '))).toHaveLength(200 * 13);
    expect(inline.filter((row) => row.startsWith('escalation '))).toHaveLength(200);
    expect(inline.filter((row) => row.startsWith('plan ') && row.includes('cascaded'))).toHaveLength(1);
    expect(inline.filter((row) => row.startsWith('task '))).toHaveLength(2);
    expect(await rebuildReadModels(database.pool, tenant)).toEqual({ events: 5 + 1 + 2 + 600, streams: 203, differing: 0 });
    expect(await dump(tenant)).toEqual(inline);
  });

  it('lets appends go on, and misses none of them', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, preparation());
    const first = Array.from({ length: 60 }, (_, index) => unitPlanWrite([derivedEvent(shape(index))]));
    for (const write of first) await store.append(tenant, [write]);
    await spoil(tenant);
    const going: Promise<string>[] = [];
    let phase = '';
    const append = async (): Promise<string> => {
      const n = going.length;
      const old = first[n] as (typeof first)[number];
      const [begun, renamed] = [
        unitPlanWrite([derivedEvent(shape(100 + n))]),
        unitPlanWrite([stepReached('1.1', 's', { at: AT })], old.state),
      ];
      await store.append(tenant, [begun, renamed]);
      return phase;
    };
    const onProgress = (progress: RebuildProgress): void => {
      ({ phase } = progress);
      if (going.length < 40) going.push(append());
    };
    await rebuildReadModels(database.pool, tenant, { limit: 5, onProgress });
    phase = 'over';
    const finishedIn = await Promise.all(going);
    expect(finishedIn.filter((each) => each === 'read').length).toBeGreaterThan(5);
    const after = await dump(tenant);
    expect(after.filter((row) => row.startsWith('unit_plan '))).toHaveLength(60 + going.length);
    expect(after.filter((row) => row.startsWith('escalation '))).toHaveLength(going.length);
    expect(after.filter((row) => row.includes('spoilt'))).toEqual([]);
    expect(await verifyReadModels(database.pool, tenant)).toMatchObject({ differing: 0 });
  });

  it('lets appends in between while everything that differs is replaced, and loses none of either', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, preparation());
    const first = Array.from({ length: 60 }, (_, index) => unitPlanWrite([derivedEvent(shape(index))]));
    await store.append(tenant, first);
    const inline = await dump(tenant);
    await spoil(tenant);
    const left: number[] = [];
    const appends: Promise<number>[] = [];
    const onProgress = ({ phase, events }: RebuildProgress): void => {
      if (phase !== 'switch') return;
      left.push(events);
      const write = unitPlanWrite([derivedEvent(shape(100 + left.length))]);
      if (left.length <= 3) appends.push(store.append(tenant, [write]).then(() => left.length));
    };
    await rebuildReadModels(database.pool, tenant, { keysAtOnce: 10, onProgress });
    const steps = left.length;
    expect(steps).toBeGreaterThanOrEqual(Math.ceil((left[0] ?? 0) / 10));
    expect((await Promise.all(appends)).every((step) => step < steps)).toBe(true);
    const after = await dump(tenant);
    expect(after).toEqual(expect.arrayContaining(inline));
    expect(after.filter((row) => row.startsWith('unit_plan '))).toHaveLength(63);
    expect(await verifyReadModels(database.pool, tenant)).toMatchObject({ differing: 0 });
  });

  it('goes on where it was interrupted, at whatever step that was', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, preparation());
    for (let n = 0; n < 30; n++) await store.append(tenant, [unitPlanWrite([derivedEvent(shape(n))])]);
    const inline = await dump(tenant);
    await spoil(tenant);
    const read: number[] = [];
    const steps = { left: 0 };
    const onProgress = ({ phase, events }: RebuildProgress): void => {
      if (phase === 'read') read.push(events);
      steps.left -= 1;
      if (steps.left < 0) throw new Error('killed');
    };
    let runs = 0;
    for (let isDone = false; !isDone; runs++) {
      steps.left = 3 + runs;
      isDone = await rebuildReadModels(database.pool, tenant, { limit: 4, onProgress }).then(
        () => true,
        (error: Error) => {
          if (error.message !== 'killed') throw error;
          return false;
        },
      );
    }
    expect(runs).toBeGreaterThan(3);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(await dump(tenant)).toEqual(inline);
  });

  it('begins anew where it is told to, and leaves nothing of itself behind', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, preparation());
    for (let n = 0; n < 10; n++) await store.append(tenant, [unitPlanWrite([derivedEvent(shape(n))])]);
    const stopped = rebuildReadModels(database.pool, tenant, {
      limit: 2,
      onProgress: ({ events }) => {
        if (events > 10) throw new Error('killed');
      },
    });
    await expect(stopped).rejects.toThrow('killed');
    const read: number[] = [];
    await rebuildReadModels(database.pool, tenant, {
      limit: 2,
      anew: true,
      onProgress: ({ phase, events }) => void (phase === 'read' && read.push(events)),
    });
    expect(read[0]).toBe(7);
    for (const table of [...READ_MODEL_TABLES, 'rebuild']) {
      const { rowCount } = await database.pool.query(`select 1 from ${table} where tenant like '~%' or 'rebuild' = $1`, [table]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
  });

  it('misses none of the appends that come at once', async () => {
    const tenant = `t-${++tenants}`;
    await store.append(tenant, preparation());
    const appends = Array.from({ length: 20 }, (_, index) => store.append(tenant, [unitPlanWrite([derivedEvent(shape(index))])]));
    await Promise.all([...appends, rebuildReadModels(database.pool, tenant), rebuildReadModels(database.pool, tenant)]);
    const inline = await dump(tenant);
    expect(inline.filter((row) => row.startsWith('unit_plan '))).toHaveLength(20);
    await rebuildReadModels(database.pool, tenant);
    expect(await dump(tenant)).toEqual(inline);
  });

  it('leaves other tenants alone', async () => {
    const [one, other] = [`t-${++tenants}`, `t-${++tenants}`];
    for (const tenant of [one, other]) await store.append(tenant, preparation());
    const before = await dump(other);
    await rebuildReadModels(database.pool, one);
    expect(before.length).toBeGreaterThan(5);
    expect(await dump(other)).toEqual(before);
  });
});

describe('When events cannot be projected', () => {
  it('refuses a write to a unit plan without its state, and records nothing', async () => {
    const tenant = `t-${++tenants}`;
    const { state: _, ...write } = unitPlanWrite([derivedEvent(shape(1))]);
    await expect(store.append(tenant, [write])).rejects.toThrow(UnprojectableEvents);
    expect(await store.head(tenant)).toBe(0);
  });

  it('refuses a plan whose rules nobody published', async () => {
    const tenant = `t-${++tenants}`;
    const plan = preparation().filter(({ stream }) => stream === 'plan/plan');
    await expect(store.append(tenant, plan)).rejects.toMatchObject({ code: 'store.unprojectable', missing: 'rules' });
  });
});
