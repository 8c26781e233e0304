import type { UnitPlanState } from '#engine';
import type { RecordedEvent } from '#event-store';
import { advance, logProjection, PostgresEventStore, PostgresLogIndex } from '#persistence';
import { isWanted, logEntryOf, NO_LOG_INDEX } from '#read-models';
import { act, derivedEvent, isOnCitus, stepReached, testDatabase, type TestDatabase, unitPlanWrite } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changesOutline, firstOfDay } from './changes-outline.js';
import { type ChangesAsked, changesPage, filterOf } from './changes.js';

const TENANT = 't';
const PLANS = ['plan-a', 'plan-b'];
const UNITS = Array.from({ length: 4 }, (_, n) => `u-${n}`);
const ROUNDS = 12;
const atOf = (round: number): string => `2022-07-${String(1 + ((round * 7) % 28)).padStart(2, '0')}T09:00:00+07:00`;
const eventsOf = (round: number) => [
  [act('ItemReceived', { item: '1.1' }, atOf(round))],
  [act('ItemSubmitted', { item: '1.2', note: null }, atOf(round)), stepReached('1.1', 'after-5wd', { at: atOf(round) })],
  [act('ReportSubmitted', { report: '1@2022-Q1', content: 'x', received: [], missing: [] }, atOf(round))],
];

let database: TestDatabase;
let store: PostgresEventStore;
let log: readonly RecordedEvent[];

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
  const states = new Map<string, UnitPlanState>();
  for (let round = 0; round <= ROUNDS; round++) {
    const writes = PLANS.flatMap((plan, p) =>
      UNITS.map((unit, u) => {
        const shape = { plan, unit, superior: 'vn-10', items: 12, reports: 4 };
        const events = round === 0 ? [derivedEvent(shape)] : (eventsOf(round)[(round + p + u) % 3] ?? []);
        const write = unitPlanWrite(events, states.get(`${plan} ${unit}`));
        states.set(`${plan} ${unit}`, write.state);
        return write;
      }),
    );
    await store.append(TENANT, writes, { by: { person: `p-${round % 3}`, role: 'official', grant: 'g' } });
  }
  log = await store.readAll(TENANT, 0, 100_000);
});
afterAll(() => database.drop());

const SPAN = { from: '2022-07-05T23:59:59+07:00', to: '2022-07-20T23:59:59+07:00' } as ChangesAsked;
const ASKED: readonly ChangesAsked[] = [
  {},
  { plan: 'plan-a' },
  { unit: 'u-3' },
  { kind: 'escalation' },
  { plan: 'plan-b', kind: 'work' },
  { plan: 'plan-a', about: 'item 1.1' },
  { about: 'report 1@2022-Q1', unit: 'u-1' },
  { who: 'p-1' },
  { who: '@engine', plan: 'plan-a' },
  { who: '@people' },
  SPAN,
  { ...SPAN, plan: 'plan-b', kind: 'report', unit: 'u-2' },
  { plan: 'none' },
];
const wanted = (asked: ChangesAsked): number[] =>
  log.filter((event) => isWanted(logEntryOf(event), filterOf(asked))).map(({ position }) => position);

/** Every page of a filter, asked for by where the outline says that it begins, and by going on in either direction. */
async function found(asked: ChangesAsked) {
  const searched = { log: store, index: new PostgresLogIndex(database.pool) };
  const outline = await changesOutline(searched, TENANT, { asked, every: 7 });
  const pages = await Promise.all(
    outline.pages.map((begins) => changesPage(searched, TENANT, { asked, since: begins - 1, limit: 7 })),
  );
  const newest: number[] = [];
  for (let after: string | undefined; ; ) {
    const page = await changesPage(searched, TENANT, { asked, limit: 9, newest: true, ...(after !== undefined && { after }) });
    newest.push(...page.items.map(({ position }) => position));
    if (page.next === null) break;
    after = page.next;
  }
  const people = new Map(outline.people.map(({ person, count }) => [person, count]));
  return { count: outline.count, paged: pages.flatMap(({ items }) => items.map(({ position }) => position)), newest, people };
}

describe('A log that is looked through', () => {
  it('gives for every filter what reading all of it gives, also where the rows are behind or not there', async () => {
    const taken = [0, 60, 100_000];
    for (const limit of taken) {
      if (limit > 0) await advance(database.pool, logProjection(), { tenant: TENANT, limit });
      for (const asked of ASKED) {
        const positions = wanted(asked);
        const people = Map.groupBy(
          positions.flatMap((position) => log[position - 1]?.by?.person ?? []),
          (person) => person,
        );
        expect({ limit, asked, ...(await found(asked)) }).toEqual({
          limit,
          asked,
          count: positions.length,
          paged: positions,
          newest: positions.toReversed(),
          people: new Map([...people].map(([person, each]) => [person, each.length])),
        });
      }
    }
    expect(await new PostgresLogIndex(database.pool).counted(TENANT)).toBe(log.length);
  });

  it('says where a day begins', async () => {
    const first = log.find(({ at }) => at >= '2022-07-20')?.position;
    for (const index of [NO_LOG_INDEX, new PostgresLogIndex(database.pool)]) {
      const place = (day: string, recorded = false) => firstOfDay({ log: store, index }, TENANT, { day: day as never, recorded });
      expect([await place('2022-07-20'), await place('2031-01-01')]).toEqual([first, null]);
      expect([await place('2020-01-01', true), await place('2199-01-01', true)]).toEqual([1, null]);
    }
  });

  // A node of Citus reads as PostgreSQL does; what the coordinator explains does not count its rows.
  (isOnCitus() ? it.skip : it)('touches no more rows for a page than the page has, whatever is asked for', async () => {
    await database.owner.query(
      `insert into log_entry select 100000 + n, 1, n % 50 = 0, $1, case when n % 200 = 0 then 'plan' else 'work' end, 'plan-' || n % 3,
       'u-' || n % 100, 'item ' || n % 40, 'p-' || n % 60, '2022-07-01T09:00:00+07:00' from generate_series(1, 20000) as n`,
      [TENANT],
    );
    await database.owner.query('analyze log_entry');
    const index = new PostgresLogIndex(explaining(database.pool));
    for (const filter of [
      {},
      { plan: 'plan-1' },
      { unit: 'u-7' },
      { kind: 'plan' as const },
      { who: 'p-9' },
      { about: 'item 7' },
    ]) {
      for (const newest of [true, false]) {
        plans.length = 0;
        await index.events(TENANT, filter, { first: 0, last: 1_000_000, limit: 50, newest });
        expect({ filter, newest, seen: plans.map(rowsTouched) }).toEqual({ filter, newest, seen: [50] });
      }
    }
  });
});

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
const plans: Plan[] = [];

/** The same connections, with pages explained instead of read. */
function explaining(pool: TestDatabase['pool']): TestDatabase['pool'] {
  const query = async (sql: string, values: unknown[]) => {
    if (!sql.includes('lateral')) return pool.query(sql, values);
    const { rows } = await pool.query(`explain (analyze, format json) ${sql}`, values);
    plans.push(rows[0]['QUERY PLAN'][0].Plan);
    return { rows: [] };
  };
  return { query } as unknown as TestDatabase['pool'];
}

const rowsTouched = (plan: Plan): number =>
  (plan['Relation Name'] === 'log_entry' ? plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) : 0) +
  (plan.Plans ?? []).reduce((sum, each) => sum + rowsTouched(each), 0);
