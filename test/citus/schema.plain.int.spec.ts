import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { type TestDatabase, testDatabase } from '#testing';
import { allStatements, type Statement, unboundScans } from './statements.js';

/** Tables without a tenant: small, the same for all, copied to every node. */
const SHARED = ['clock_worker', 'migration'];
/** What looks over all tenants: once a poll or on demand, never on the way of a command. */
const OVER_ALL_TENANTS = [
  'async/cursors LAGS',
  'async/cursors TENANTS_BEHIND',
  'audit/seals SEALED_TENANTS',
  'audit/seals SEAL_LAGS',
  'audit/seals TENANTS_TO_SEAL',
  'backup/backup BROKEN_LOGS',
  'backup/backup BROKEN_STREAMS',
  'backup/backup HEADS',
  'clock/slots DUE_TENANTS',
  'clock/stuck COUNT_STUCK',
  'clock/stuck STUCK_TENANTS',
  'deliveries/deliveries COUNT_DEAD',
  'deliveries/deliveries TENANTS_BEHIND',
  'operations/operations COUNT_UNSETTLED',
  'operations/operations DELIVERY_LAGS',
  'operations/operations OLDEST_LAG',
  'operations/operations TENANTS',
];

/** Works on whole tables, whose statistics it refreshes. */
const OF_NO_TENANT = 'refresh_statistics';

let database: TestDatabase;
let statements: readonly Statement[];
/** Tables with a tenant, and their partitions, by name. */
let tables: ReadonlyMap<string, string>;

beforeAll(async () => {
  database = await testDatabase();
  statements = await allStatements();
  const rows = await ask<{ name: string; table: string }>(`
    select c.relname as name, coalesce(parent.relname, c.relname) as table
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
    left join pg_inherits i on i.inhrelid = c.oid left join pg_class parent on parent.oid = i.inhparent
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  tables = new Map(rows.map(({ name, table }) => [name, table]));
});
afterAll(() => database.drop());

const ask = async <Row extends object>(sql: string): Promise<Row[]> => (await database.pool.query<Row>(sql)).rows;
const names = async (sql: string): Promise<string[]> => (await ask<{ name: string }>(sql)).map(({ name }) => name);
const ownTables = "c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')";

describe('The tables keep to what Citus can distribute', () => {
  it('have a tenant of one type and one collation, or are few and shared', async () => {
    const kinds = await names(`
      select distinct format('%s %s %s', format_type(a.atttypid, a.atttypmod), a.attcollation::regcollation, a.attnotnull) as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' where ${ownTables}`);
    expect(kinds).toEqual(['text "C" t']);
    const without = await names(`
      select relname::text as name from pg_class c where ${ownTables}
        and not exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant') order by 1`);
    expect(without).toEqual(SHARED);
    expect(new Set(tables.values()).size).toBeGreaterThan(12);
  });

  it('have the tenant in every primary key, unique constraint, unique index and foreign key', async () => {
    const keys = await names(`
      select distinct i.indexrelid::regclass::text as name
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'tenant'
      where (i.indisunique or i.indisexclusion) and not a.attnum = any (i.indkey)
      union all
      select conname from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'tenant'
      where f.contype = 'f' and not a.attnum = any (f.conkey)`);
    expect(keys).toEqual([]);
    const keyless = await names(`
      select relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
      where ${ownTables} and not exists (select from pg_index where indrelid = c.oid and indisprimary)`);
    expect(keyless).toEqual([]);
  });

  it('number nothing by a sequence, and have no trigger or rule but those that refuse changes of the log, nor a policy but those of whoever asks and reads', async () => {
    const numbered = await names(`
      select format('%s.%s', c.relname, a.attname) as name from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where ${ownTables} and c.relname <> 'migration' and (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) like '%nextval%')`);
    expect(numbered).toEqual([]);
    const called = await names(`
      select distinct proname::text as name from pg_trigger t join pg_proc p on p.oid = t.tgfoid where not tgisinternal
      union all select rulename::text from pg_rewrite r join pg_class c on c.oid = r.ev_class where ${ownTables}
      union all select 'policy' from pg_policy where polname !~ '^(asked|read)_'`);
    expect(called).toEqual(['refuse_change']);
  });
});

describe('The functions run where one tenant lies', () => {
  it('are told the tenant by name, and name it in each of their statements', async () => {
    const functions = await ask<{ name: string; args: readonly string[]; body: string; triggers: boolean }>(`
      select proname::text as name, coalesce(proargnames, '{}') as args, prosrc as body, prorettype = 'trigger'::regtype as triggers
      from pg_proc where pronamespace = 'public'::regnamespace order by 1`);
    const called = functions.filter(({ name, triggers }) => !triggers && name !== OF_NO_TENANT);
    expect(called.map(({ name }) => name)).toContain('append_events');
    for (const { name, args, body } of called) {
      expect([name, args[0]]).toEqual([name, 'of_tenant']);
      const naming = body
        .split(';')
        .filter((part) => [...tables.keys()].some((table) => new RegExp(`\\b${table}\\b`).test(part)));
      expect(naming.length).toBeGreaterThan(1);
      const loose = naming.filter((part) => !/tenant = of_tenant|values \(of_tenant\b|select of_tenant\b/.test(part));
      expect([name, loose]).toEqual([name, []]);
    }
  });
});

describe('The statements keep to one tenant', () => {
  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await database.owner.connect();
    try {
      return await work(client);
    } finally {
      client.release(true);
    }
  };

  it('are held to it in every scan that the planner makes, but for those that look over all tenants', async () => {
    const planned = statements.filter(({ sql }) => !/^\s*copy\b/i.test(sql));
    expect(planned.length).toBeGreaterThan(70);
    await withClient(async (client) => {
      const loose: string[] = [];
      for (const { name, sql } of planned) if ((await unboundScans(client, sql, tables)).length > 0) loose.push(name);
      expect(loose.toSorted()).toEqual(OVER_ALL_TENANTS);
    });
  });

  it('are found out where they are not', async () => {
    await withClient(async (client) => {
      expect(await unboundScans(client, "select * from item where plan = $1::text and status = 'x'", tables)).toEqual(['item']);
      const joined = 'select 1 from item join report using (plan, unit) where item.tenant = $1';
      expect(await unboundScans(client, joined, tables)).toEqual(['report']);
      expect(await unboundScans(client, 'select 1 from item join report using (tenant, plan) where tenant = $1', tables)).toEqual(
        [],
      );
      expect(await unboundScans(client, 'select count(*) from event where tenant = $1', tables)).toEqual([]);
      expect(await unboundScans(client, 'select count(*) from event where stream = $1', tables)).not.toEqual([]);
    });
  });

  it('write rows of that tenant, and compute nothing volatile where they change rows', () => {
    const inserts = statements.filter(({ sql }) => /\binsert into/i.test(sql) && !/insert into clock_worker/.test(sql));
    expect(inserts.length).toBeGreaterThan(15);
    for (const { name, sql } of inserts) {
      expect([name, sql]).toEqual([
        name,
        expect.stringMatching(/insert into \w+\s+\(tenant, [^)]*\)\s+(?:select|values \()\s*(?:\$1\b|tenant\b)/),
      ]);
    }
    const changing = statements.filter(({ sql }) => /\b(?:update|on conflict)\b/i.test(sql));
    const volatile = changing.filter(({ sql }) =>
      /clock_timestamp|random|nextval|txid_current/.test(sql.replace(/insert into[\s\S]*?on conflict/i, '')),
    );
    expect(volatile.map(({ name }) => name)).toEqual([]);
    for (const { name, sql } of statements.filter(({ sql: text }) => /^\s*copy\b/i.test(text))) {
      expect([name, sql]).toEqual([name, expect.stringMatching(/^copy \w+ \(tenant, /)]);
    }
  });

  it('take locks by name in statements of their own, that name no table', () => {
    const locking = statements.filter(({ sql }) => sql.includes('pg_advisory'));
    expect(locking.length).toBeGreaterThan(1);
    for (const { name, sql } of locking) expect([name, /\bfrom\b|\bjoin\b/i.test(sql)]).toEqual([name, false]);
  });
});
