import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NewEvent } from '#event-store';
import {
  advance,
  type AsyncProjection,
  dailyProjection,
  PostgresEventStore,
  projectionLags,
  rebuildProjection,
  startProjections,
} from '#persistence';
import { derivedEvent, type TestDatabase, testDatabase, testRoles, unitPlanWrite } from '#testing';

let database: TestDatabase;
let store: PostgresEventStore;
let tenants = 0;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
  await database.owner.query(
    'create table seen (tenant text, generation int, position bigint, primary key (tenant, generation, position))',
  );
  await database.owner.query(`grant select, insert, delete on seen to ${testRoles().app}`);
});
afterAll(() => database.drop());

/** Notes the positions of what it was given: a position given twice, or by two at once, breaks the primary key. */
const noting = (options: Partial<AsyncProjection> = {}): AsyncProjection => ({
  name: 'noting',
  version: 1,
  tables: ['seen'],
  apply: async (client, { tenant, generation, events }) => {
    const positions = events.map(({ position }) => position);
    await client.query('insert into seen select $1, $2, unnest($3::bigint[])', [tenant, generation, positions]);
  },
  ...options,
});

const note = (n: number): NewEvent => ({
  type: 'Noted',
  v: 1,
  data: { n },
  because: null,
  at: '2022-07-01T08:00:00+07:00' as NewEvent['at'],
  actor: null,
});
const append = (tenant: string, n: number) => store.append(tenant, [{ stream: `note/${n}`, expected: 0, events: [note(n)] }]);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, index) => index + 1);

async function generations(tenant: string) {
  const { rows } = await database.pool.query<{ generation: number; version: number; state: string; position: number }>(
    `select generation, version, state, position from projection_cursor
     where tenant = $1 and projection = 'noting' order by generation`,
    [tenant],
  );
  return rows;
}

async function seen(tenant: string, generation: number): Promise<number[]> {
  const sql = 'select position from seen where tenant = $1 and generation = $2 order by position';
  return (await database.pool.query<{ position: number }>(sql, [tenant, generation])).rows.map(({ position }) => position);
}

describe('While something more urgent goes on', () => {
  it('a projection rests four times as long as each step took, and takes in all of it', async () => {
    const name = `t-${++tenants}`;
    await Promise.all(upTo(2_500).map((n) => append(name, n)));
    const [rests, steps]: [number[], number[]] = [[], []];
    const running = startProjections({
      pool: database.pool,
      projections: [noting()],
      yields: () => true,
      wait: async (ms) => rests.push(ms),
      onStep: ({ events, seconds }) => events === 2_000 && steps.push(seconds * 1_000),
    });
    while ((await seen(name, 1)).length < 2_500) await running.lookNow();
    await running.stop();
    expect(rests).toHaveLength(1);
    expect(rests[0]).toBeGreaterThanOrEqual(Math.min(2_000, 4 * (steps[0] ?? Infinity)));
    expect(await seen(name, 1)).toEqual(upTo(2_500));
  });
});

describe('When several processes follow the log', () => {
  it('each event is taken in once, of every tenant, while appends go on', async () => {
    const names = upTo(3).map(() => `t-${++tenants}`);
    const steps: number[] = [];
    const running = upTo(3).map(() =>
      startProjections({
        pool: database.pool,
        projections: [noting()],
        pollMs: 5,
        onStep: ({ events }) => void steps.push(events),
      }),
    );
    for (const n of upTo(20)) await Promise.all(names.map((tenant) => append(tenant, n)));
    await Promise.all(running.map((each) => each.lookNow()));
    await Promise.all(running.map((each) => each.stop()));
    const rest = startProjections({ pool: database.pool, projections: [noting()] });
    await rest.lookNow();
    await rest.stop();
    for (const tenant of names) expect(await seen(tenant, 1)).toEqual(upTo(20));
    expect(steps.length).toBeGreaterThan(0);
  });

  it('whoever finds a projection in other hands does not wait for it', async () => {
    const tenant = `t-${++tenants}`;
    await append(tenant, 1);
    const inside = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const slow = noting({
      apply: async (client, batch) => {
        inside.resolve();
        await goOn.promise;
        await noting().apply(client, batch);
      },
    });
    await advance(database.pool, noting(), { tenant });
    await append(tenant, 2);
    const first = advance(database.pool, slow, { tenant });
    await inside.promise;
    expect(await advance(database.pool, noting(), { tenant })).toEqual({ events: 0, more: false });
    goOn.resolve();
    expect(await first).toEqual({ events: 1, more: false });
    expect(await seen(tenant, 1)).toEqual([1, 2]);
  });
});

describe('When a step fails', () => {
  it('leaves the cursor where it was, is told, and is made good by the next', async () => {
    const tenant = `t-${++tenants}`;
    for (const n of upTo(3)) await append(tenant, n);
    const failing = noting({
      apply: async (client, batch) => {
        await noting().apply(client, batch);
        throw new Error('torn down');
      },
    });
    const told: unknown[] = [];
    const running = startProjections({ pool: database.pool, projections: [failing], log: (entry) => told.push(entry) });
    await running.lookNow();
    await running.stop();
    expect(told).toContainEqual(expect.objectContaining({ level: 'error', projection: 'noting', tenant }));
    expect(await seen(tenant, 1)).toEqual([]);
    await advance(database.pool, noting(), { tenant });
    expect(await seen(tenant, 1)).toEqual(upTo(3));
  });
});

describe('When a projection changes', () => {
  it('the new version is built beside the old one, goes on where it stopped, and is then the only one', async () => {
    const tenant = `t-${++tenants}`;
    for (const n of upTo(5)) await append(tenant, n);
    await advance(database.pool, noting(), { tenant });
    const next = noting({ version: 2 });
    await advance(database.pool, next, { tenant, limit: 2 });
    expect(await generations(tenant)).toEqual([
      { generation: 1, version: 1, state: 'live', position: 5 },
      { generation: 2, version: 2, state: 'building', position: 2 },
    ]);
    await append(tenant, 6);
    await advance(database.pool, noting(), { tenant });
    expect(await seen(tenant, 1)).toEqual(upTo(6));
    while ((await advance(database.pool, next, { tenant, limit: 2 })).more);
    expect(await generations(tenant)).toEqual([{ generation: 2, version: 2, state: 'live', position: 6 }]);
    expect(await seen(tenant, 2)).toEqual(upTo(6));
    expect(await seen(tenant, 1)).toEqual([]);
  });

  it('a process with the older version begins nothing anew', async () => {
    const tenant = `t-${++tenants}`;
    await append(tenant, 1);
    await advance(database.pool, noting({ version: 2 }), { tenant });
    expect(await advance(database.pool, noting(), { tenant })).toEqual({ events: 0, more: false });
    expect(await generations(tenant)).toHaveLength(1);
  });

  it('readers of the figures never see fewer days counted while they are rebuilt', async () => {
    const tenant = `t-${++tenants}`;
    const shape = (n: number) => ({ plan: 'plan', unit: `u-${n}`, superior: 'vn-10', items: 12, reports: 4 });
    for (const n of upTo(20)) await store.append(tenant, [unitPlanWrite([derivedEvent(shape(n))])]);
    const projection = dailyProjection();
    while ((await advance(database.pool, projection, { tenant })).more);
    const read = async () => {
      const { rows } = await database.pool.query<{ due: number }>(
        `select coalesce(sum(due), 0)::int as due from daily_figure where tenant = $1 and generation = (
           select generation from projection_cursor where tenant = $1 and projection = 'daily' and state = 'live')`,
        [tenant],
      );
      return rows[0]?.due;
    };
    const before = await read();
    const during: unknown[] = [];
    let reading = true;
    const reader = (async () => {
      while (reading) during.push(await read());
    })();
    const progress: number[] = [];
    await rebuildProjection(database.pool, projection, { tenant, limit: 3, onProgress: (events) => progress.push(events) });
    reading = false;
    await reader;
    expect(before).toBeGreaterThan(100);
    expect(new Set([...during, await read()])).toEqual(new Set([before]));
    expect(progress.at(-1)).toBe(20);
    expect(progress.length).toBeGreaterThan(6);
  });
});

describe('The lag of a projection', () => {
  it('is what has been recorded and not taken in, and the age of the first of it', async () => {
    const tenant = `t-${++tenants}`;
    await append(tenant, 1);
    await advance(database.pool, noting(), { tenant });
    const own = async () => (await projectionLags(database.pool)).find((lag) => lag.tenant === tenant);
    expect(await own()).toEqual({ tenant, projection: 'noting', generation: 1, positions: 0, seconds: 0 });
    await append(tenant, 2);
    await append(tenant, 3);
    const lag = await own();
    expect(lag?.positions).toBe(2);
    expect(lag?.seconds).toBeGreaterThan(0);
    expect(lag?.seconds).toBeLessThan(600);
  });
});
