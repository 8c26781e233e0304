import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foldUnitPlan, type Instant, type UnitPlanEvent } from '#engine';
import { ConcurrencyConflict, type StreamWrite, UnknownFact } from '#event-store';
import { PostgresEventStore } from '#persistence';
import { derivedEvent, stepReached, type TestDatabase, testDatabase, unitPlanWrite } from '#testing';

let database: TestDatabase;
let store: PostgresEventStore;
beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(() => database.drop());

const AT = '2022-06-30T08:00:00+07:00' as Instant;
const NOTE = 'tab\tline\nreturn\rbackslash\\ "quoted" {"a":"\\u0007"} \u0007 ơ 🌊';
const COUNT = 120;

/** Enough events for COPY, each with everything that its format must write in another way. */
const noted = (stream: string, count = COUNT, expected = 0): StreamWrite => ({
  stream,
  expected,
  events: Array.from({ length: count }, (_, n) => ({
    type: 'Noted\\',
    v: 2,
    data: { n, note: NOTE },
    because: n % 2 === 0 ? null : { why: NOTE },
    at: AT,
    actor: n % 3 === 0 ? null : NOTE,
  })),
});

const derived = (unit: string): UnitPlanEvent => derivedEvent({ plan: 'p', unit, superior: 'vn', items: 3, reports: 0 });
const step = (day: string): UnitPlanEvent => stepReached('1.1', 'after-1d', { at: `2022-07-${day}T00:00:00+07:00` });
const UNITS = Array.from({ length: COUNT }, (_, n) => `u${n}`);

const escalations = async (tenant: string): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ row: string }>(
    "select unit || ' ' || obligation || ' ' || step || ' ' || at as row from escalation where tenant = $1 order by unit",
    [tenant],
  );
  return rows.map(({ row }) => row);
};

describe('An append of many events', () => {
  it('gives back every character of them', async () => {
    const write = noted('odd\\name\twith\nall');
    await store.append('a', [write]);
    const read = await store.readAll('a', 0);
    expect(read.map(({ type, v, data, because, at, actor }) => ({ type, v, data, because, at, actor }))).toEqual(write.events);
    expect(read.map(({ stream, position, version }) => [stream, position, version])).toEqual(
      read.map((_, index) => [write.stream, index + 1, index + 1]),
    );
  });

  it('is replayed as it is read', async () => {
    await store.append('r', [noted('odd\\name\twith\nall'), noted('plain', 2)]);
    const replayed = [];
    for await (const events of store.replay('r')) replayed.push(...events);
    expect(replayed).toEqual(await store.readAll('r', 0));
  });

  it('shares its transaction with those that arrive meanwhile, and their keys', async () => {
    const appended = await Promise.all([
      store.append('b', [noted('one')], { idempotencyKey: 'k' }),
      store.append('b', [noted('two', 1)]),
      store.append('b', [noted('three')]),
    ]);
    expect(appended.map(({ position }) => position)).toEqual([COUNT, COUNT + 1, 2 * COUNT + 1]);
    expect(await store.append('b', [noted('one')], { idempotencyKey: 'k' })).toEqual({ position: COUNT, replayed: true });
    const { rows } = await database.pool.query("select from event where tenant = 'b' group by xid");
    expect(rows).toHaveLength(1);
  });

  it('records nothing where it was decided without a fact, or a stream moved on, and holds no companion up', async () => {
    await store.append('c', [{ ...noted('organisation', 1), isFact: true }]);
    const outcomes = await Promise.allSettled([
      store.append('c', [noted('first')]),
      store.append('c', [noted('unknowing')], { knowing: 0 }),
      store.append('c', [noted('stale', COUNT, 7)]),
      store.append('c', [noted('last', 1)]),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { reason: expect.any(UnknownFact) },
      { reason: expect.any(ConcurrencyConflict) },
      { status: 'fulfilled' },
    ]);
    expect([...new Set((await store.readAll('c', 0)).map(({ stream }) => stream))]).toEqual(['organisation', 'first', 'last']);
    expect(await store.head('c')).toBe(1 + COUNT + 1);
  });

  it('notes each step of the ladder once, also one that stands', async () => {
    await Promise.all(UNITS.map((unit) => store.append('d', [unitPlanWrite([derived(unit)])])));
    const state = (unit: string) => foldUnitPlan([derived(unit)]);
    await store.append('d', [unitPlanWrite([step('02')], state('u7'))]);
    const told = UNITS.map((unit) =>
      unit === 'u7'
        ? unitPlanWrite([step('03')], foldUnitPlan([step('02')], state(unit)))
        : unitPlanWrite([step('03')], state(unit)),
    );
    await store.append('d', told);
    const row = (unit: string): string => `${unit} item 1.1 after-1d 2022-07-0${unit === 'u7' ? 2 : 3}T00:00:00+07:00`;
    expect(await escalations('d')).toEqual(UNITS.toSorted().map(row));
    expect(await store.head('d')).toBe(2 * COUNT + 1);
  });
});
