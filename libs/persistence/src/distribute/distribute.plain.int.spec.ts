import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkCluster, distribute } from '#persistence';
import { type TestDatabase, testDatabase } from '#testing';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('When a plain PostgreSQL is to be distributed', () => {
  it.each([
    ['looking first', checkCluster],
    ['at once', distribute],
  ])('is refused in both languages, with what to do: %s', async (_way, work) => {
    const fault = await work(await database.dataSource()).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      code: 'database.no-citus',
      what: { vi: expect.stringContaining('không có Citus'), en: expect.stringContaining('has no Citus') },
      mend: { vi: expect.stringContaining('CREATE EXTENSION citus'), en: expect.stringContaining('CREATE EXTENSION citus') },
    });
    const { password, host, pathname } = new URL(database.url);
    expect(fault).toMatchObject({ facts: { place: `${host}${pathname}` } });
    if (password) expect(JSON.stringify(fault)).not.toContain(password);
  });

  it('is left as it was, and other work on its tables goes on', async () => {
    const { rows } = await database.pool.query<{ tables: number; locks: number }>(
      `select (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as tables,
         (select count(*)::int from pg_locks join pg_database d on d.oid = database
           where locktype = 'advisory' and datname = current_database()) as locks`,
    );
    expect(rows[0]?.tables).toBeGreaterThan(15);
    expect(rows[0]?.locks).toBe(0);
  });
});
