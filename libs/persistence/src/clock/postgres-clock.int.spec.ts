import { operationNumbers, PostgresClock, PostgresEventStore, StuckUnitPlans } from '#persistence';
import { type TestDatabase, testDatabase, wakeUpSlotsContract } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DUE_IN_SLOT, DUE_TENANTS, FIRST_OF_SLOTS, LATENESS } from './slots.sql.js';

wakeUpSlotsContract('PostgresClock', async () => {
  const database = await testDatabase();
  return {
    store: new PostgresEventStore(database.pool),
    slots: new PostgresClock(database.pool),
    close: () => database.drop(),
  };
});

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Wake-ups of a tenant, so many milliseconds before the database's now. */
async function overdueBy(tenant: string, ms: number, count: number): Promise<void> {
  const now = Date.parse(await new PostgresClock(database.pool).now());
  const at = new Date(now - ms + 7 * 3_600_000).toISOString().replace(/\.\d+Z$/, '+07:00');
  await database.pool.query(
    "insert into wake_up (tenant, stream, at) select $1, format('unit-plan/%s/%s', $2::int, n), $3 from generate_series(1, $4::int) n",
    [tenant, ms, at, count],
  );
  await database.pool.query('insert into tenant_head (tenant, position) values ($1, 0) on conflict do nothing', [tenant]);
}

describe('How late wake-ups are', () => {
  it('is counted in five classes for each tenant that has any due, and in no other', async () => {
    for (const [ms, count] of [
      [30_000, 2],
      [120_000, 3],
      [3_600_000, 4],
      [-3_600_000, 9],
    ] as const)
      await overdueBy('late', ms, count);
    await overdueBy('early', -3_600_000, 5);
    expect(await new PostgresClock(database.pool).lateness()).toEqual([
      { tenant: 'late', second: 0, seconds: 0, minute: 2, minutes: 3, longer: 4 },
    ]);
  });

  it('counts no further than its limit, however many are due', async () => {
    await overdueBy('many', 7_200_000, 20_500);
    const [, many] = await new PostgresClock(database.pool).lateness();
    expect(many).toEqual({ tenant: 'many', second: 0, seconds: 0, minute: 0, minutes: 0, longer: 20_000 });
  });
});

describe('Unit plans that were set aside', () => {
  it('are listed with their reason and counted, and woken as of their instant when they are asked for', async () => {
    const clock = new PostgresClock(database.pool);
    const stuck = new StuckUnitPlans(database.pool);
    for (const tenant of ['stuck-a', 'stuck-b']) await overdueBy(tenant, 90_000, 3);
    const { rows } = await database.pool.query<{ at: never }>("select at from wake_up where tenant = 'stuck-a'");
    const at = rows[0]?.at as never;
    const each = (n: number) => ({ stream: `unit-plan/90000/${n}`, at, reason: `fails ${n}` });
    await clock.setAside('stuck-a', [each(1), each(2), { ...each(3), at: '2021-01-01T00:00:00+07:00' as never }]);
    await clock.setAside('stuck-b', [each(1)]);
    const standing = async (): Promise<number> =>
      (await database.pool.query("select from wake_up where tenant in ('stuck-a', 'stuck-b')")).rowCount ?? 0;
    const setAside = (await stuck.list()).map(({ tenant, stream, reason }) => `${tenant} ${stream} ${reason}`);
    expect(setAside.slice(0, 2)).toEqual(['stuck-a unit-plan/90000/1 fails 1', 'stuck-a unit-plan/90000/2 fails 2']);
    expect([(await operationNumbers(database.pool)).stuck, await standing()]).toEqual([setAside.length, 6 - setAside.length]);
    expect(await stuck.retry({ tenant: 'stuck-a', stream: 'unit-plan/90000/2' })).toBe(1);
    expect(await stuck.retry()).toBe(setAside.length - 1);
    expect([await stuck.list(), await standing()]).toEqual([[], 6]);
    const again = await database.pool.query("select from wake_up where tenant = 'stuck-a' and at = $1", [at]);
    expect(again.rowCount).toBe(3);
  });
});

describe('Workers', () => {
  it('live for a while after a beat, by the database’s clock, and are gone when they leave', async () => {
    const clock = new PostgresClock(database.pool);
    expect((await clock.beat('b')).workers).toEqual(['b']);
    expect((await clock.beat('a')).workers).toEqual(['a', 'b']);
    const dead = new PostgresClock(database.pool, { aliveMs: 0 });
    expect((await dead.beat('c')).workers).toEqual(['a', 'b']);
    await clock.leave('b');
    const { workers, now } = await clock.beat('a');
    expect(workers).toEqual(['a']);
    const { rows } = await database.pool.query<{ now: string }>('select now()');
    expect(Math.abs(Date.parse(now) - Date.parse(String(rows[0]?.now)))).toBeLessThan(60_000);
  });
});

describe('What the clock asks again and again', () => {
  it.each([
    ['a slot', DUE_IN_SLOT, ['plans-1', 3, '9999', '', '', 500]],
    ['a slot, going on', DUE_IN_SLOT, ['plans-1', 3, '9999', '2022', 'unit-plan/5', 500]],
    ['the frontier', FIRST_OF_SLOTS, ['plans-1']],
    ['how late', LATENESS, ['plans-1', ['9999', '5'], 100]],
  ])('reads an index in its order, sorts nothing and touches no table row: %s', async (_name, sql, values) => {
    const plan = await planOf(sql, values);
    expect(plan).toContain('Index Only Scan using wake_up_due');
    expect(plan).not.toMatch(/Sort|Seq Scan on wake_up|Bitmap/);
  });

  it('probes once a tenant for those that have anything due', async () => {
    const plan = await planOf(DUE_TENANTS, ['2022']);
    expect(plan).toContain('Index Only Scan using wake_up_due');
    expect(plan).not.toMatch(/Seq Scan on wake_up|Bitmap/);
  });
});

async function planOf(sql: string, values: readonly unknown[]): Promise<string> {
  await database.pool.query(`
    insert into wake_up (tenant, stream, at)
    select format('plans-%s', t), format('unit-plan/%s/%s', t, n), to_char(n, 'FM0000000') from generate_series(1, 20) t, generate_series(1, 1000) n
    on conflict do nothing`);
  await database.pool.query(`
    insert into tenant_head (tenant, position) select format('plans-%s', t), 0 from generate_series(1, 20) t on conflict do nothing`);
  await database.owner.query('vacuum analyze wake_up, tenant_head');
  const { rows } = await database.pool.query<{ 'QUERY PLAN': string }>(`explain ${literally(sql, values)}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const literally = (sql: string, values: readonly unknown[]): string =>
  sql.replace(/\$(\d)/g, (_, number: string) => literal(values[Number(number) - 1]));
const literal = (value: unknown): string =>
  Array.isArray(value) ? `'{${value.join(',')}}'` : typeof value === 'number' ? String(value) : `'${String(value)}'`;
