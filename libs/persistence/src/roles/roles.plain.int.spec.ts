import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  createDataSource,
  DeliveryQueue,
  grantRights,
  migrateAndGrant,
  openDatabase,
  PostgresEventStore,
  powersOf,
  rebuildReadModels,
  type RoleFault,
  seal,
} from '#persistence';
import { act, derivedEvent, knownKey, type TestDatabase, testDatabase, testRoles, unitPlanWrite } from '#testing';

let database: TestDatabase;
const TENANT = 'lao-cai';
const { owner, app, read } = testRoles();

beforeAll(async () => {
  database = await testDatabase();
  const begun = unitPlanWrite([derivedEvent({ plan: 'plan', unit: 'u-1', superior: 'vn-10', items: 2, reports: 1 })]);
  await new PostgresEventStore(database.pool).append(TENANT, [begun], { idempotencyKey: 'first' });
  await seal(database.pool, { tenant: TENANT, key: knownKey, checkpointMs: 0 });
});
afterAll(() => database.drop());

/** What the log, the keys of commands and the checkpoints hold, for whoever sees everything. */
async function recorded(): Promise<readonly unknown[]> {
  const found = await Promise.all(
    ['event', 'command_record', 'seal_checkpoint'].map((table) =>
      database.admin.query(`select '${table}' as of, t::text as row from ${table} t order by 2`),
    ),
  );
  return found.flatMap(({ rows }) => rows as unknown[]);
}

const REFUSED = '42501';
/** Any of them: nobody may touch one, whether it holds a row or not. */
const PARTITION = 'event_3';

/** Ways to change what is recorded, each a script of its own on a connection of the application's. */
const ATTEMPTS: Readonly<Record<string, readonly string[]>> = {
  'updating an event': ["update event set data = '{}'"],
  'updating the partition that holds it': [`update ${PARTITION} set data = '{}'`],
  'deleting an event': ['delete from event'],
  'deleting from the partition': [`delete from ${PARTITION}`],
  'updating through an upsert': [
    `insert into event (tenant, position, stream, version, type, v, data, at) values ('${TENANT}', 1, 'unit-plan/plan/u-1', 1, 'x', 1, '{}', 'x')
     on conflict (tenant, stream, version) do update set data = '{}'`,
  ],
  'updating through a merge': ["merge into event e using (select 1) s on true when matched then update set data = '{}'"],
  'updating with a common table expression': ["with changed as (update event set data = '{}' returning 1) select * from changed"],
  'locking rows as for a change': ['select * from event for update'],
  'truncating the log': ['truncate event'],
  'truncating a partition': [`truncate ${PARTITION}`],
  'dropping the log': ['drop table event cascade'],
  'detaching a partition': [`alter table event detach partition ${PARTITION}`],
  'attaching a partition of its own': [
    'create table pgboss.mine (like event); alter table event attach partition pgboss.mine for values with (modulus 8, remainder 0)',
  ],
  'altering a column': ["alter table event alter column data set default '{}'"],
  'renaming the log and putting another in its place': [
    'alter table event rename to old_event',
    'create table event (tenant text)',
  ],
  'disabling the trigger': ['alter table event disable trigger all'],
  'dropping the trigger': ['drop trigger event_append_only on event'],
  'replacing the function of the trigger': [
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'",
  ],
  'adding a trigger of its own': ['create trigger mine before insert on event for each row execute function refuse_change()'],
  'adding a rule': ['create rule mine as on insert to event do instead nothing'],
  'hiding rows by a policy': ['alter table event enable row level security'],
  'passing triggers over as a replica does': ['set session_replication_role = replica', 'delete from event'],
  'becoming the owner': [`set role ${owner}`],
  'becoming somebody else for the session': [`set session authorization ${owner}`],
  'joining the owner': [`grant ${owner} to ${app}`],
  'granting itself more': [`grant update on event to ${app}`, "update event set data = '{}'"],
  'becoming a superuser': [`alter role ${app} superuser`],
  'making a role with more rights': ['create role helper superuser'],
  'taking the database over': [
    "do $$ begin execute format('alter database %I owner to current_user', current_database()); end $$",
  ],
  'making a table in the place where names are looked up': ['create table public.event_shadow (n int)'],
  'making a function there': ["create function public.helper() returns int language sql as 'select 1'"],
  'writing the time of recording itself': [
    `insert into event (tenant, position, stream, version, type, v, data, at, recorded_at)
     values ('${TENANT}', 99, 's', 1, 'x', 1, '{}', 'x', '2000-01-01')`,
  ],
  'writing it by COPY': ['copy event (tenant, recorded_at) from stdin'],
  'writing into the table’s file': ["copy event to program 'cat > /dev/null'"],
  'writing a file of the server': ["select lo_export(lo_from_bytea(0, 'x'), '/tmp/thac-bypass')"],
  'changing the catalogue': [
    "update pg_class set relowner = (select oid from pg_roles where rolname = current_user) where relname = 'event'",
  ],
  'loading code': ["load '/tmp/thac-bypass.so'"],
  'forgetting the key of a command': ['delete from command_record'],
  'writing another answer behind it': ['update command_record set position = 0'],
  'deleting a checkpoint': ['delete from seal_checkpoint'],
  'signing over a checkpoint': ["update seal_checkpoint set note = 'x'"],
  'saying that a migration has not run': ['delete from migration'],
};

describe('The application’s role cannot change what is recorded', () => {
  it.each(Object.entries(ATTEMPTS))('by %s', async (_, statements) => {
    const before = await recorded();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const run = async (): Promise<void> => {
      for (const statement of statements) await client.query(statement);
    };
    await expect(run()).rejects.toMatchObject({ code: REFUSED });
    await client.end();
    expect(await recorded()).toEqual(before);
  });

  it('by functions that run with the owner’s rights: none of them looks names up where others could put theirs', async () => {
    const { rows } = await database.admin.query<{ name: string; settings: readonly string[] | null }>(
      `select p.proname::text as name, p.proconfig as settings from pg_proc p
       where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'pgboss'::regnamespace)`,
    );
    expect(rows).toEqual([{ name: 'refresh_statistics', settings: ['search_path=pg_catalog, pg_temp'] }]);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create temp table event (n int); create temp table item (n int); set search_path = pg_temp, public');
    await client.query('select public.refresh_statistics()');
    await client.end();
  });

  it('by any right on what is only added to, partitions and keys of persons included', async () => {
    const { rows } = await database.admin.query<{ name: string; rights: string }>(
      `select c.relname::text as name, string_agg(r.name, ' ' order by r.place) as rights from pg_class c
       cross join unnest(array['update', 'delete', 'truncate', 'trigger', 'references']) with ordinality as r (name, place)
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and (c.relispartition
         or c.relname in ('event', 'command_record', 'seal_checkpoint', 'migration', 'person_key'))
         and has_table_privilege($1, c.oid, r.name) group by 1`,
      [app],
    );
    expect(rows).toEqual([]);
  });
});

describe('The application’s role does its work', () => {
  it('appends, seals, queues, rebuilds, and refreshes statistics', async () => {
    const store = new PostgresEventStore(database.pool);
    const state = unitPlanWrite([derivedEvent({ plan: 'plan', unit: 'u-2', superior: 'vn-10', items: 2, reports: 1 })]);
    const { position } = await store.append(TENANT, [state]);
    const done = unitPlanWrite([act('ItemSubmitted', { item: '1.1', note: 'x' }, '2022-07-01T10:00:00+07:00')], state.state);
    expect((await store.append(TENANT, [done])).position).toBe(position + 1);
    expect((await seal(database.pool, { tenant: TENANT, key: knownKey, checkpointMs: 0 })).checkpoint).toBe(position + 1);
    const queue = await DeliveryQueue.open(database.url, {}, () => undefined);
    expect(await queue.take(1)).toEqual([]);
    await queue.close();
    expect((await rebuildReadModels(database.pool, TENANT)).differing).toBe(0);
  });
});

describe('The reading role', () => {
  const asReader = async (sql: string): Promise<unknown> => {
    const client = await database.admin.connect();
    try {
      await client.query(`set role ${read}`);
      return await client.query(sql);
    } finally {
      await client.query('reset role');
      client.release();
    }
  };

  it('reads the log and what is made of it, and writes nothing', async () => {
    expect(await asReader('select 1 from event')).toMatchObject({ rowCount: 3 });
    await asReader('select 1 from item');
    const secrets = ['person_key', 'account', 'session', 'api_token', 'one_time_link', 'sign_in_failure'];
    for (const secret of [...secrets, 'outside_identity', 'outside_attempt']) {
      await expect(asReader(`select 1 from ${secret}`)).rejects.toMatchObject({ code: REFUSED });
    }
    for (const change of ["insert into item (tenant) values ('x')", 'delete from item', 'update tenant_head set position = 0']) {
      await expect(asReader(change)).rejects.toMatchObject({ code: REFUSED });
    }
  });
});

describe('An administrator who migrates', () => {
  const adminUrl = (of: TestDatabase): string => (of.admin.options as { connectionString: string }).connectionString;
  const owners = async (of: TestDatabase): Promise<readonly string[]> =>
    (
      await of.admin.query<{ name: string }>(`
        select distinct pg_get_userbyid(relowner)::text as name from pg_class where relnamespace = 'public'::regnamespace
        union select pg_get_userbyid(proowner)::text from pg_proc where pronamespace = 'public'::regnamespace
        union select pg_get_userbyid(collowner)::text from pg_collation where collnamespace = 'public'::regnamespace
        union select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()`)
    ).rows.map(({ name }) => name);

  it('works as the owner, and hands over what an earlier version left in other hands, rows and all', async () => {
    const old = await testDatabase({ migrated: false });
    const before = await createDataSource(adminUrl(old)).initialize();
    await before.runMigrations();
    await before.destroy();
    const early = unitPlanWrite([derivedEvent({ plan: 'plan', unit: 'u-1', superior: 'vn-10', items: 1, reports: 0 })]);
    await new PostgresEventStore(old.admin).append(TENANT, [early]);
    expect(await owners(old)).toHaveLength(2);
    const opened = await openDatabase({ url: adminUrl(old), dataDir: '', as: 'owner', roles: testRoles() });
    expect(await migrateAndGrant(opened.dataSource, testRoles())).toEqual([]);
    await expect(opened.pool.query('create role helper')).rejects.toMatchObject({ code: REFUSED });
    await opened.close();
    expect(await owners(old)).toEqual([owner]);
    const served = await openDatabase({ url: old.url, dataDir: '' });
    expect(await new PostgresEventStore(served.pool).head(TENANT)).toBe(1);
    await served.close();
    await old.drop();
  });

  it('is told which roles are missing where he may not make them', async () => {
    const fresh = await testDatabase({ migrated: false });
    const missing = { app: 'thac_none_app', asker: testRoles().asker, read };
    await expect(migrateAndGrant(await fresh.dataSource(), { ...missing, owner })).rejects.toMatchObject({
      code: 'database.no-roles',
      facts: { thing: 'thac_none_app' },
    });
    await fresh.drop();
  });
});

describe('A program that serves', () => {
  const opened = (url: string): Promise<unknown> => openDatabase({ url, dataDir: '' }).then((it) => it.close());

  it('runs as the application', async () => {
    await opened(database.url);
  });

  it('does not run as the owner, nor as a superuser, and says what to set, without the password', async () => {
    for (const [url, thing] of [
      [database.ownerUrl, /owner of the database/],
      [(database.admin.options as { connectionString: string }).connectionString, /^superuser/],
    ] as const) {
      const fault = (await opened(url).catch((error: unknown) => error)) as RoleFault;
      expect(fault).toMatchObject({ code: 'database.as-owner', facts: { thing: expect.stringMatching(thing) } });
      expect(fault.mend.vi).toContain('DATABASE_OWNER_URL');
      expect(fault.mend.en).toContain('docs/how-to/roles.md');
      expect(JSON.stringify([fault.what, fault.mend, fault.facts])).not.toContain(new URL(url).password);
    }
  });

  it('does not run as a role that was given a little too much', async () => {
    const extra: readonly (readonly [grant: string, named: string])[] = [
      [`grant update (data) on event to ${app}`, 'update on event'],
      [`grant delete on event_5 to ${app}`, 'delete on event_5'],
      [`grant truncate on command_record to ${app}`, 'truncate on command_record'],
      [`grant trigger on event to ${app}`, 'trigger on event'],
      [`grant ${owner} to ${app}`, 'owner of the database'],
      [`alter role ${app} createrole`, 'createrole'],
      [`grant pg_write_all_data to ${app}`, 'delete on command_record'],
      [`grant pg_execute_server_program to ${app}`, 'pg_execute_server_program'],
      [`grant set on parameter session_replication_role to ${app}`, 'session_replication_role'],
    ];
    for (const [grant, named] of extra) {
      const client = await database.admin.connect();
      try {
        await client.query('begin'); // roles are the whole server's: what is granted is seen by this transaction alone
        await client.query(grant);
        await client.query(`set session authorization ${app}`);
        expect([grant, (await powersOf(client)).powers]).toEqual([grant, expect.arrayContaining([named])]);
      } finally {
        await client.query('rollback');
        client.release(true);
      }
    }
  });

  it('does not run on tables of another version, nor where nothing was granted', async () => {
    const old = await testDatabase({ migrated: false });
    const source = await old.dataSource();
    await expect(opened(old.url)).rejects.toMatchObject({ code: 'database.not-migrated' });
    await source.runMigrations();
    await expect(opened(old.url)).rejects.toMatchObject({ code: 'database.not-granted', facts: { role: app } });
    await grantRights(source, testRoles());
    await opened(old.url);
    const last = source.migrations.at(-1)?.name;
    await source.undoLastMigration();
    await expect(opened(old.url)).rejects.toMatchObject({ code: 'database.not-migrated', facts: { thing: last } });
    await old.drop();
  });
});
