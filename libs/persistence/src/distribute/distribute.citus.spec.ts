import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import type { Instant } from '#engine';
import { createDataSource, distribute, migrate, migrateAndGrant, PostgresEventStore } from '#persistence';
import { databaseOf, type TestDatabase, testDatabase, testRoles } from '#testing';

let database: TestDatabase;
let source: DataSource;

beforeEach(async () => {
  database = await testDatabase({ migrated: false });
  source = await database.dataSource();
  await migrateAndGrant(source, testRoles());
});
afterEach(() => database.drop());

const AT = '2022-06-30T08:00:00+07:00' as Instant;
const TENANTS = Array.from({ length: 20 }, (_, n) => `vn-${n}`);

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  return (await database.admin.query<Row>(sql)).rows;
}

/** Some history of every tenant, with wake-ups and keys. */
async function history(version: number): Promise<void> {
  const store = new PostgresEventStore(database.pool);
  for (const tenant of TENANTS) {
    const events = [{ type: 'Noted', v: 1, data: { tenant, text: 'Kế hoạch\n"\\' }, because: null, at: AT, actor: null }];
    const write = { stream: 's', expected: version, events, wakeUp: AT };
    await store.append(tenant, [write], { idempotencyKey: `${tenant} ${version}` });
  }
}

const log = async (): Promise<unknown> => {
  const store = new PostgresEventStore(database.pool);
  return Promise.all(
    TENANTS.map(async (tenant) => [await store.readAll(tenant, 0), await store.dueWakeUps(tenant, AT), await store.head(tenant)]),
  );
};

describe('When a database with a history is distributed', () => {
  it('keeps every row, lays all of a tenant on one node, uses every node, and goes on', async () => {
    await history(0);
    const before = await log();
    const done = await distribute(source);
    expect(done.tables).toEqual(expect.arrayContaining(['event', 'tenant_head', 'item', 'wake_up']));
    expect(done.copies).toEqual(expect.arrayContaining(['migration']));
    expect(done.functions).toEqual(expect.arrayContaining(['append_events', 'append_one']));
    expect(await log()).toEqual(before);
    const groups = await rows<{ groups: number; tables: number }>(
      "select count(distinct colocationid)::int as groups, count(*)::int as tables from pg_dist_partition where partmethod = 'h'",
    );
    expect(groups[0]?.groups).toBe(1);
    const [{ used, nodes } = { used: 0, nodes: -1 }] = await rows<{ used: number; nodes: number }>(
      `select (select count(distinct nodeport || nodename)::int from citus_shards where table_name = 'tenant_head'::regclass) as used,
         (select count(*)::int from pg_dist_node where shouldhaveshards) as nodes`,
    );
    expect([used, nodes]).toEqual([done.nodes, done.nodes]);
    const [left] = await rows<{ bytes: number }>("select pg_relation_size('tenant_head')::int as bytes");
    expect(left?.bytes).toBe(0);
    await history(1);
    expect(await rows('select distinct position::int from tenant_head')).toEqual([{ position: 2 }]);
    expect(await migrate(source)).toEqual([]);
  });

  it('does nothing the second time, and the work once when several ask together', async () => {
    const others = await Promise.all([1, 2].map(() => createDataSource(database.ownerUrl).initialize()));
    const done = await Promise.all([source, ...others].map(distribute));
    expect(done.map(({ tables }) => tables.length).toSorted((a, b) => a - b)).toEqual([
      0,
      0,
      done.flatMap((d) => d.tables).length,
    ]);
    await Promise.all(others.map((other) => other.destroy()));
    expect(await distribute(source)).toMatchObject({ tables: [], copies: [], functions: [] });
  });

  it('keeps the log from being changed, on whichever node', async () => {
    await history(0);
    await distribute(source);
    for (const change of ["update event set data = '{}'", "delete from event where tenant = 'vn-1'", 'truncate event']) {
      await expect(database.admin.query(change)).rejects.toThrow('append-only');
    }
  });

  it('takes in a table that came later, by the next run', async () => {
    await distribute(source);
    await database.admin.query('create table later (tenant text collate "C" not null, n integer, primary key (tenant, n))');
    await database.admin.query("insert into later values ('vn-1', 1), ('vn-2', 2)");
    expect(await distribute(source)).toMatchObject({ tables: ['later'], copies: [], functions: [] });
    expect(await rows('select n from later join tenant_head using (tenant)')).toEqual([]);
    expect(await rows('select sum(n)::int as n from later')).toEqual([{ n: 3 }]);
  });
});

describe('When a database cannot be distributed', () => {
  const faultOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error);

  it('says which table has rows that cannot move, and leaves all of them where they were', async () => {
    await history(0);
    await database.admin.query('create table odd (tenant text collate "C", n integer)');
    await database.admin.query('insert into odd values (null, 1)');
    expect(await faultOf(distribute(source))).toMatchObject({
      code: 'database.cannot-move',
      facts: { thing: 'odd', reason: expect.stringContaining('NULL') },
      what: { vi: expect.stringContaining('odd'), en: expect.stringContaining('odd') },
    });
    expect(await rows('select 1 from pg_dist_partition')).toEqual([]);
    await database.admin.query('delete from odd');
    expect((await distribute(source)).tables).toContain('odd');
  });

  it('says so of a table that is distributed by something else', async () => {
    await database.admin.query("select create_distributed_table('unit', 'id', colocate_with => 'none')");
    expect(await faultOf(distribute(source))).toMatchObject({ code: 'database.distributed-otherwise', facts: { thing: 'unit' } });
    await database.admin.query("select undistribute_table('unit')");
    expect((await distribute(source)).tables).toContain('unit');
  });

  it('says so where the user has no rights, without the password, and a superuser then can', async () => {
    const user = `guest_${process.pid}`;
    await database.admin.query(`create user ${user} password 'gu3st'`);
    try {
      const url = Object.assign(new URL(database.url), { username: user, password: 'gu3st' });
      const guest = await createDataSource(url.href).initialize();
      const fault = await faultOf(distribute(guest));
      await guest.destroy();
      expect(fault).toMatchObject({ code: 'database.may-not-distribute', facts: { thing: 'tenant_head' } });
      expect(JSON.stringify(fault)).not.toContain('gu3st');
      expect((await distribute(source)).tables).toContain('tenant_head');
    } finally {
      await database.admin.query(`drop user ${user}`);
    }
  });

  it('says so where no node holds data', async () => {
    await database.admin.query(
      "select citus_set_node_property(nodename, nodeport, 'shouldhaveshards', false) from pg_dist_node where shouldhaveshards",
    );
    expect(await faultOf(distribute(source))).toMatchObject({ code: 'database.no-workers' });
  });
});

describe('A database of a cluster without Citus in it', () => {
  it('is told from one that has it', async () => {
    const name = `${new URL(database.url).pathname.slice(1)}_bare`;
    await database.admin.query(`create database ${name} template template0`);
    const bare = await createDataSource(databaseOf(database.ownerUrl, name)).initialize();
    const fault = await distribute(bare).catch((error: unknown) => error);
    await bare.destroy();
    await database.admin.query(`drop database ${name}`);
    expect(fault).toMatchObject({ code: 'database.no-citus' });
  });
});
