import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Instant, UnitPlanState } from '#engine';
import { canonicalLog, type StreamWrite } from '#event-store';
import {
  advance,
  backUp,
  type Database,
  dailyProjection,
  PostgresEventStore,
  READ_MODEL_TABLES,
  type Restorable,
  restore,
} from '#persistence';
import { act, derivedEvent, type TestDatabase, testDatabase, testRoles, unitPlanWrite } from '#testing';

let database: TestDatabase;
let store: PostgresEventStore;
let folder = '';
const others: TestDatabase[] = [];
const TENANTS = ['lao-cai', 'yen-bai'];

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
  for (const tenant of TENANTS) for (let n = 0; n < 40; n++) await store.append(tenant, [begun(n)], { idempotencyKey: `b-${n}` });
  while ((await advance(database.pool, dailyProjection(), { tenant: 'lao-cai', limit: 10 })).more);
});
afterAll(() => database.drop());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'thac-backup-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  for (const other of others.splice(0)) await other.drop();
});

const shape = (n: number) => ({ plan: 'plan', unit: `u-${n}`, superior: 'vn-10', items: 12, reports: 4 });
const begun = (n: number): StreamWrite & { state: UnitPlanState } => ({
  ...unitPlanWrite([derivedEvent(shape(n))]),
  wakeUp: '2022-08-01T00:00:00+07:00' as never,
});
const submitted = (n: number, at: string) =>
  unitPlanWrite([act('ItemSubmitted', { item: '1.1', note: 'Ghi chú\t"\\1"\nhai dòng' }, at)], begun(n).state);

/** As its owner opens it. */
const opened = async (of: TestDatabase): Promise<Restorable> => ({
  pool: of.owner,
  url: of.ownerUrl,
  dataSource: await of.dataSource(),
  roles: testRoles(),
});

async function empty(): Promise<Restorable> {
  const other = await testDatabase({ migrated: false });
  others.push(other);
  return opened(other);
}

/** Every row of a tenant's read models and of what else is kept of it, as text. */
async function dump({ pool }: Pick<Database, 'pool'>, tenant: string): Promise<string[]> {
  const rows: string[] = [];
  for (const table of [...READ_MODEL_TABLES, 'tenant_head', 'command_record', 'wake_up', 'projection_cursor', 'daily_figure']) {
    const found = await pool.query<{ row: string }>(
      `select '${table} ' || t::text as row from ${table} t where tenant = $1 order by 1`,
      [tenant],
    );
    rows.push(...found.rows.map(({ row }) => row));
  }
  return rows;
}

const file = (): string => path.join(folder, 'kept.thac-backup');

describe('A backup', () => {
  it('gives back every table in another database: log, heads, keys, wake-ups, read models, cursors', async () => {
    const made = await backUp(await opened(database), file());
    expect(made).toMatchObject({ events: 80, tenants: 2 });
    const target = await empty();
    expect(await restore(target, file())).toMatchObject({ events: 80, tenants: 2, streams: 80, rows: made.rows });
    for (const tenant of TENANTS) {
      expect(await dump(target, tenant)).toEqual(await dump(database, tenant));
      const restored = new PostgresEventStore(target.pool);
      expect(await restored.readAll(tenant, 0)).toEqual(await store.readAll(tenant, 0));
      expect(await restored.append(tenant, [begun(0)], { idempotencyKey: 'b-0' })).toEqual({ position: 1, replayed: true });
      expect((await restored.append(tenant, [begun(100)])).position).toBe(41);
    }
  });

  it('made while people write holds all that was acknowledged before it began, and nothing by halves', async () => {
    const tenant = 'busy';
    const acknowledged: number[] = [];
    let writing = true;
    const writers = [0, 1, 2].map(async (writer) => {
      for (let n = 0; writing; n++) {
        const unit = writer * 10_000 + n;
        const { position } = await store.append(tenant, [begun(unit)]);
        acknowledged.push(position);
        await store.append(tenant, [submitted(unit, '2022-07-01T10:00:00+07:00')]);
      }
    });
    while (acknowledged.length < 30) await Promise.race([...writers, store.head(tenant)]);
    const before = Math.max(...acknowledged);
    await backUp(await opened(database), file());
    writing = false;
    await Promise.all(writers);
    const target = await empty();
    await restore(target, file());
    const restored = new PostgresEventStore(target.pool);
    const head = await restored.head(tenant);
    expect(head).toBeGreaterThanOrEqual(before);
    expect(head).toBeLessThan(await store.head(tenant));
    const original = (await store.readAll(tenant, 0)).slice(0, head);
    expect(canonicalLog(await restored.readAll(tenant, 0))).toBe(canonicalLog(original));
  });

  it('is not made over a file that is there, and leaves no half of one', async () => {
    await writeFile(file(), 'mine');
    await expect(backUp(await opened(database), file())).rejects.toMatchObject({ code: 'backup.exists' });
    const nothing = await empty();
    await expect(backUp(nothing, path.join(folder, 'none'))).rejects.toMatchObject({ code: 'backup.no-tables' });
    expect(await readdir(folder)).toEqual([path.basename(file())]);
    expect(await readFile(file(), 'utf8')).toBe('mine');
  });
});

describe('A restore is refused', () => {
  const LINE = 'thac-backup 1\n';
  /** The frames of a backup, changed, and written as a backup again. */
  async function changed(change: (text: Buffer) => Buffer): Promise<void> {
    const bytes = await readFile(file());
    const frames = change(zstdDecompressSync(bytes.subarray(LINE.length)));
    await writeFile(file(), Buffer.concat([Buffer.from(LINE), zstdCompressSync(frames)]));
  }

  async function refusal(target: Restorable): Promise<unknown> {
    const fault = await restore(target, file()).then(
      () => undefined,
      (error: unknown) => error,
    );
    const { rows } = await target.pool.query("select to_regclass('event') as event");
    if (rows[0].event !== null) expect((await target.pool.query('select 1 from event')).rowCount).toBe(0);
    return fault;
  }

  beforeEach(async () => {
    await backUp(await opened(database), file());
  });

  it('into a database that holds anything', async () => {
    await expect(restore(await opened(database), file())).rejects.toMatchObject({ code: 'backup.not-empty' });
  });

  it.each([0.2, 0.6, 0.99])('where the file is cut at %s of its length', async (part) => {
    const { length } = await readFile(file());
    await truncate(file(), Math.floor(length * part));
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.cut' });
  });

  it('where there is more behind its end', async () => {
    await appendFile(file(), 'more');
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.damaged' });
  });

  it('where bytes are wrong', async () => {
    const bytes = await readFile(file());
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
    await writeFile(file(), bytes);
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.damaged' });
  });

  it('where rows were changed, or its end was taken off, by somebody who packed it anew', async () => {
    await changed((frames) => Buffer.from(frames.toString('latin1').replace('vn-10', 'vn-11'), 'latin1'));
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.damaged' });
    await rm(file());
    await backUp(await opened(database), file());
    await changed((frames) => frames.subarray(0, frames.lastIndexOf('M\0')));
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.cut' });
  });

  it('where it is of another kind, format or a later version', async () => {
    await changed((frames) => Buffer.from(frames.toString('latin1').replace('FirstTables16672', 'LaterTables16672'), 'latin1'));
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.newer' });
    await writeFile(file(), 'thac-backup 2\nwhatever');
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.version', facts: { thing: '2' } });
    await writeFile(file(), 'PGDMP');
    expect(await refusal(await empty())).toMatchObject({ code: 'backup.not-a-backup' });
    await rm(file());
    expect(await refusal(await empty())).toMatchObject({ code: 'file.unreadable' });
  });

  it('after the copy, where replaying the log gives something else', async () => {
    await database.pool.query("update item set status = 'spoilt' where tenant = 'yen-bai' and unit = 'u-7'");
    await rm(file());
    await backUp(await opened(database), file());
    const fault = await restore(await empty(), file()).catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'backup.not-equal', facts: { thing: 'yen-bai: 1' } });
    await database.pool.query("update item set status = 'assigned' where tenant = 'yen-bai' and unit = 'u-7'");
  });
});

describe('A backup of an earlier version', () => {
  it('is upgraded on the way', async () => {
    const old = await testDatabase({ migrated: false });
    others.push(old);
    const source = await old.dataSource();
    await source.runMigrations();
    await source.undoLastMigration();
    const last = source.migrations.at(-1)?.name;
    // Of what today's code writes, an earlier version has a place for events alone.
    const noted = { type: 'Noted', v: 1, data: { n: 1 }, because: null, at: '2022-06-30T08:00:00+07:00' as Instant, actor: null };
    await new PostgresEventStore(old.owner).append('t', [{ stream: 'notes', expected: 0, events: [noted] }]);
    await backUp(await opened(old), file());
    const target = await empty();
    await restore(target, file());
    const { rows } = await target.pool.query('select name from migration order by timestamp');
    expect(rows.at(-1).name).toBe(last);
    expect(await new PostgresEventStore(target.pool).head('t')).toBe(1);
  });
});
