import { readFileSync } from 'node:fs';
import path from 'node:path';
import { testDatabase, type TestDatabase } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT } from '../architecture/sources.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database?.drop();
});

describe('The classes of data', () => {
  it('name every table that there is, and no other', async () => {
    const text = readFileSync(path.join(ROOT, 'docs/reference/data.md'), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const { rows: tables } = await database.admin.query<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
    expect(named.filter((name) => name !== 'pgboss').toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
  });
});
