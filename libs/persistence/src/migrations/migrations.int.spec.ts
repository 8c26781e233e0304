import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityMetadata } from 'typeorm';
import { createDataSource, migrate, READ_MODEL_TABLES } from '#persistence';
import { type TestDatabase, testDatabase } from '#testing';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ migrated: false });
});
afterAll(() => database.drop());

/** Tables, columns, indexes, constraints, functions and collations of the database, as text. */
async function shape(): Promise<string[]> {
  const { rows } = await database.pool.query<{ line: string }>(`
    select format('%s.%s %s %s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    union all select indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migration'
    union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace
    union all select collname::text from pg_collation where collnamespace = 'public'::regnamespace
    order by 1`);
  return rows.map(({ line }) => line);
}

describe('When a database is migrated', () => {
  it('goes up, down to nothing, and up to the same again', async () => {
    const source = await database.dataSource();
    expect(await migrate(source)).toEqual(source.migrations.map(({ name }) => name));
    const first = await shape();
    expect(first.length).toBeGreaterThan(80);
    for (const _ of source.migrations) await source.undoLastMigration();
    expect(await shape()).toEqual([]);
    await migrate(source);
    expect(await shape()).toEqual(first);
  });

  it('does nothing the second time, and the work once when several start together', async () => {
    expect(await migrate(await database.dataSource())).toEqual([]);
    const fresh = await testDatabase({ migrated: false });
    const sources = await Promise.all([1, 2, 3].map(() => createDataSource(fresh.ownerUrl).initialize()));
    const ran = await Promise.all(sources.map(migrate));
    expect(ran.flat()).toEqual(sources[0]!.migrations.map(({ name }) => name));
    await Promise.all(sources.map((source) => source.destroy()));
    await fresh.drop();
  });

  it('says so, without a password, where the user may not make tables', async () => {
    const fresh = await testDatabase({ migrated: false });
    const user = `guest_${process.pid}`;
    await fresh.admin.query(`create user ${user} password 'gu3st'`);
    const url = Object.assign(new URL(fresh.url), { username: user, password: 'gu3st' });
    const source = await createDataSource(url.href).initialize();
    const fault = await migrate(source).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'database.no-rights', facts: { place: `${url.host}${url.pathname}` } });
    expect(JSON.stringify(fault)).not.toContain('gu3st');
    await source.destroy();
    await fresh.admin.query(`drop user ${user}`);
    await fresh.drop();
  });

  it('has an entity for each read model with the very columns of its table, and none for the log', async () => {
    const source = await database.dataSource();
    expect(source.entityMetadatas.map(({ tableName }) => tableName).toSorted()).toEqual([...READ_MODEL_TABLES].toSorted());
    for (const entity of source.entityMetadatas) {
      const { rows } = await database.pool.query<{ name: string; type: string; nullable: boolean; key: boolean }>(
        `select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
           coalesce(a.attnum = any (i.indkey), false) as key
         from pg_attribute a left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
         where a.attrelid = $1::regclass and a.attnum > 0`,
        [entity.tableName],
      );
      expect(columnsOf(entity)).toEqual(rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
    }
  });

  it('keeps the log from being changed', async () => {
    for (const change of ["update event set data = '{}'", 'delete from event', 'truncate event']) {
      await expect(database.owner.query(change)).rejects.toThrow('append-only');
    }
  });

  it('keeps at most two indexes on the log', async () => {
    const { rowCount } = await database.pool.query("select 1 from pg_indexes where tablename = 'event'");
    expect(rowCount).toBe(2);
  });
});

const columnsOf = (entity: EntityMetadata): unknown[] =>
  entity.columns
    .map((column) => ({
      name: column.databaseName,
      type: `${String(column.type)}${column.isArray ? '[]' : ''}`,
      nullable: column.isNullable,
      key: column.isPrimary,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
