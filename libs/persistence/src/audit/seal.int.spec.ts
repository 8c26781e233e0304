import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  eventHash,
  ExportVerifier,
  GrowingTree,
  openCheckpoint,
  provesConsistency,
  provesInclusion,
  readKey,
  type Trust,
  type Verdict,
} from '#audit';
import type { NewEvent } from '#event-store';
import {
  exportFrom,
  exportLog,
  openSealKey,
  PostgresEventStore,
  ProofBook,
  seal,
  startSealing,
  type SealKey,
} from '#persistence';
import { isOnCitus, knownKey, type TestDatabase, testDatabase } from '#testing';
import type { PoolClient } from 'pg';

let database: TestDatabase;
let store: PostgresEventStore;
let tenants = 0;
const key: SealKey = (tenant) => knownKey(tenant);
const freshTenant = (): string => `sealed-${++tenants}`;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(() => database.drop());

const noted = (n: number): NewEvent => ({
  type: n % 3 === 0 ? 'Counted' : 'Noted',
  v: 1,
  data: { n, note: 'Ghi chú\t"\\1"\nhai dòng' },
  because: n % 3 === 0 ? { rule: `r-${n}` } : null,
  at: '2022-07-01T08:00:00+07:00' as NewEvent['at'],
  actor: n % 3 === 0 ? null : 'vn-10',
});
const append = async (tenant: string, from: number, until: number): Promise<void> => {
  const numbers = Array.from({ length: until - from + 1 }, (_, index) => from + index);
  await store.append(
    tenant,
    numbers.map((n) => ({ stream: `note/${n}`, expected: 0, events: [noted(n)] })),
  );
};
const sealAll = async (tenant: string, limit = 4_096): Promise<void> => {
  while ((await seal(database.pool, { tenant, key, checkpointMs: 0, limit })).more);
};
/** A log with a checkpoint after each of these sizes. */
async function sealedAt(sizes: readonly number[]): Promise<string> {
  const tenant = freshTenant();
  let from = 1;
  for (const size of sizes) {
    await append(tenant, from, size);
    await sealAll(tenant);
    from = size + 1;
  }
  return tenant;
}

async function verdictOf(tenant: string, trust: Trust = {}, client?: PoolClient): Promise<Verdict> {
  const verifier = new ExportVerifier(trust);
  const take = async (lines: string): Promise<boolean> => verifier.push(Buffer.from(lines));
  await (client ? exportFrom(client, tenant, take) : exportLog(database.pool, tenant, take));
  return verifier.finish();
}

/** What the log of a tenant looks like after changes that its triggers do not see, and which are taken back afterwards. */
async function tampered(tenant: string, statements: readonly string[], trust: Trust = {}): Promise<Verdict> {
  const client = await database.admin.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    for (const statement of statements) await client.query(statement, statement.includes('$1') ? [tenant] : []);
    return await verdictOf(tenant, trust, client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('Sealing', () => {
  it('signs the root that the events give, whatever the steps in which they are sealed', async () => {
    const roots: string[] = [];
    for (const limit of [7, 4_096]) {
      const tenant = freshTenant();
      await append(tenant, 1, 600);
      await sealAll(tenant, limit);
      const { size, note, key: text } = (await new ProofBook(database.pool).checkpoint(tenant))!;
      const checkpoint = openCheckpoint(note, readKey(text)!);
      const tree = new GrowingTree();
      const { rows } = await database.pool.query(
        `select position, stream, version, type, v, at, actor, data, because,
           to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt"
         from event where tenant = $1 order by position`,
        [tenant],
      );
      for (const row of rows) tree.add(eventHash(tenant, row));
      expect([size, checkpoint]).toEqual([600, { origin: `thac/${tenant}`, size: 600, root: Buffer.from(tree.root()) }]);
      roots.push(note);
    }
    expect(new Set(roots).size).toBe(2);
  });

  it('goes on where it stopped, and signs no more often than it is told', async () => {
    const tenant = freshTenant();
    await append(tenant, 1, 5);
    const step = (checkpointMs: number) => seal(database.pool, { tenant, key, checkpointMs });
    expect(await step(0)).toEqual({ events: 5, checkpoint: 5, more: false });
    expect(await step(0)).toEqual({ events: 0, checkpoint: null, more: false });
    await append(tenant, 6, 9);
    expect(await step(3_600_000)).toEqual({ events: 4, checkpoint: null, more: false });
    expect(await step(0)).toEqual({ events: 0, checkpoint: 9, more: false });
    expect(await verdictOf(tenant)).toMatchObject({ ok: true, events: 9, checkpoints: 2 });
  });

  it('of several processes at once seals each event once, while appends go on', async () => {
    const names = [freshTenant(), freshTenant(), freshTenant()];
    const failures: unknown[] = [];
    const options = {
      pool: database.pool,
      key,
      pollMs: 5,
      checkpointMs: 0,
      log: ({ error }: { error: unknown }) => failures.push(error),
    };
    const running = [startSealing(options), startSealing(options)];
    for (let n = 1; n <= 12; n++) for (const tenant of names) await append(tenant, n * 10 - 9, n * 10);
    await running[0]!.lookNow();
    for (const each of running) await each.stop();
    for (const tenant of names) {
      await sealAll(tenant);
      expect(await verdictOf(tenant)).toMatchObject({ ok: true, events: 120 });
    }
    expect(failures).toEqual([]);
  });

  it('does not make an append wait, nor wait for one', async () => {
    const tenant = await sealedAt([3]);
    const writer = await database.pool.connect();
    const sealer = await database.pool.connect();
    try {
      await writer.query('begin');
      await writer.query('update tenant_head set position = position where tenant = $1', [tenant]);
      expect(await seal(database.pool, { tenant, key, checkpointMs: 0 })).toMatchObject({ events: 0 });
      await writer.query('rollback');
      await sealer.query('begin');
      await sealer.query('select from seal_head where tenant = $1 for update', [tenant]);
      await append(tenant, 4, 6);
      expect(await seal(database.pool, { tenant, key, checkpointMs: 0 })).toEqual({ events: 0, checkpoint: null, more: false });
      await sealer.query('rollback');
      expect(await seal(database.pool, { tenant, key, checkpointMs: 0 })).toMatchObject({ events: 3, checkpoint: 6 });
    } finally {
      writer.release();
      sealer.release();
    }
  });

  it('signs nothing over seals that do not carry on from what was signed', async () => {
    const tenant = await sealedAt([4]);
    await append(tenant, 5, 6);
    const broken = { code: 'audit.broken' };
    await database.pool.query(
      'update seal_tile set hashes = set_byte(hashes, 3, 1 - (get_byte(hashes, 3) & 1)) where tenant = $1',
      [tenant],
    );
    await expect(seal(database.pool, { tenant, key, checkpointMs: 0 })).rejects.toMatchObject(broken);
    await database.admin.query('delete from seal_tile where tenant = $1', [tenant]);
    await expect(seal(database.pool, { tenant, key, checkpointMs: 0 })).rejects.toMatchObject(broken);
    const logged: unknown[] = [];
    const running = startSealing({ pool: database.pool, key, checkpointMs: 0, log: (entry) => logged.push(entry) });
    const other = freshTenant();
    await append(other, 1, 2);
    await running.lookNow();
    await running.stop();
    expect(logged).toEqual([expect.objectContaining({ tenant, error: expect.objectContaining(broken) })]);
    expect(await verdictOf(other)).toMatchObject({ ok: true, events: 2 });
  });
});

describe('Proofs', () => {
  it('hold for every event and every checkpoint, and are not given beyond what is sealed', async () => {
    const tenant = await sealedAt([5, 300]);
    const book = new ProofBook(database.pool);
    const { note, key: text } = (await book.checkpoint(tenant))!;
    const { root } = openCheckpoint(note, readKey(text)!)!;
    for (const position of [1, 5, 6, 256, 257, 300]) {
      const proved = (await book.inclusion(tenant, position))!;
      expect(Buffer.compare(proved.root, root)).toBe(0);
      expect(provesInclusion({ ...proved, leaf: position - 1, hash: proved.leaf })).toBe(true);
    }
    for (const from of [1, 5, 256, 257, 300]) {
      const proved = (await book.consistency(tenant, from))!;
      expect(provesConsistency(proved)).toBe(true);
      expect(Buffer.compare(proved.toRoot, root)).toBe(0);
    }
    for (const [position, size] of [[0], [301], [300, 299], [1, 301]] as const) {
      expect(await book.inclusion(tenant, position, size)).toBeUndefined();
    }
    expect(await book.consistency(tenant, 301)).toBeUndefined();
    expect(await book.checkpoint('nobody')).toBeUndefined();
  });
});

describe('An export', () => {
  it('comes a batch at a time, as fast as it is taken, and ends where no more is wanted: memory does not grow with the log', async () => {
    const tenant = await sealedAt([5_000]);
    const sizes: number[] = [];
    let [open, most] = [0, 0];
    const take = async (lines: string): Promise<boolean> => {
      most = Math.max(most, ++open);
      sizes.push(lines.split('\n').length - 1);
      await new Promise(setImmediate);
      open -= 1;
      return true;
    };
    expect(await exportLog(database.pool, tenant, take)).toMatchObject({ events: 5_000 });
    expect([most, Math.max(...sizes) <= 2_100, sizes.reduce((sum, size) => sum + size)]).toEqual([1, true, 5_003]);
    const begun: string[] = [];
    await exportLog(database.pool, tenant, async (lines) => begun.push(lines) < 2);
    expect(begun.length).toBeLessThan(4);
  });
});

// On a cluster, rows cannot be changed behind the triggers of other nodes from here.
(isOnCitus() ? describe.skip : describe)('Rows that somebody changed behind the triggers', () => {
  let tenant = '';
  let last = '';
  beforeAll(async () => {
    tenant = await sealedAt([60, 300, 340]);
    last = (await new ProofBook(database.pool).checkpoint(tenant))!.note;
  });
  const event = (change: string, position: number) => `update event set ${change} where tenant = $1 and position = ${position}`;

  it('hold where nothing was changed', async () => {
    expect(await tampered(tenant, [], { kept: [last] })).toMatchObject({ ok: true, events: 340, checkpoints: 3, kept: 1 });
  });

  it.each([
    ["data = data || ' '", 70],
    ["data = replace(data, '70', '71')", 70],
    ["recorded_at = recorded_at - interval '1 microsecond'", 1],
    ["at = '2022-06-30T08:00:00+07:00'", 300],
    ["actor = 'vn-11'", 340],
    ["because = '{}'", 100],
    ["type = 'Other'", 256],
    ["stream = 'note/x'", 257],
    ['version = 2', 258],
    ['v = 2', 33],
  ])('are found: %s at %i', async (change, position) => {
    expect((await tampered(tenant, [event(change, position)])).finding).toMatchObject({
      kind: 'altered',
      position,
      until: position,
    });
  });

  it('are found where events were deleted, inserted, exchanged or cut off', async () => {
    const gone = 'delete from event where tenant = $1 and position = 90';
    const closed = 'update event set position = -position where tenant = $1 and position > 90';
    const shifted = 'update event set position = -position - 1 where tenant = $1 and position < -90';
    expect((await tampered(tenant, [gone])).finding).toMatchObject({ kind: 'position', position: 90 });
    expect((await tampered(tenant, [gone, closed, shifted])).finding).toMatchObject({ kind: 'altered', position: 90 });
    const swap = [event('position = 9999', 12), event('position = 12', 13), event('position = 13', 9999)];
    expect((await tampered(tenant, swap)).finding).toMatchObject({ kind: 'altered', position: 12 });
    expect((await tampered(tenant, ['delete from event where tenant = $1 and position > 200'])).finding).toMatchObject({
      kind: 'checkpoint',
      position: 61,
      until: 201,
    });
  });

  it('are found where the hash was made to fit too, between the checkpoints that enclose them', async () => {
    const forged = `update seal_tile set hashes = overlay(hashes placing sha256('x') from 1 + 69 * 32 for 32) where tenant = $1 and level = 0 and tile = 0`;
    expect((await tampered(tenant, [forged])).finding).toMatchObject({ kind: 'altered', position: 70 });
    expect((await tampered(tenant, ['delete from seal_tile where tenant = $1'])).finding).toMatchObject({
      position: 1,
      expected: '',
    });
  });

  it('are found by what was kept where a whole database was rolled back, or written anew and signed by the same key', async () => {
    const kept = (await database.pool.query('select note from seal_checkpoint where tenant = $1 order by size', [tenant])).rows;
    const notes = kept.map(({ note }: { note: string }) => note);
    const columns = 'position, stream, version, type, v, at, actor, data, because, recorded_at::text';
    const { rows } = await database.pool.query(`select ${columns} from event where tenant = $1 order by position`, [tenant]);
    const another = await testDatabase();
    const put = async (count: number, changed: number): Promise<Verdict> => {
      for (const row of rows.slice(0, count)) {
        const values = { ...row, data: row.position === changed ? '{}' : row.data };
        await another.admin.query(
          `insert into event (tenant, position, stream, version, type, v, at, actor, data, because, recorded_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [tenant, ...Object.values(values)],
        );
      }
      await another.admin.query('insert into tenant_head (tenant, position) values ($1, $2)', [tenant, count]);
      await seal(another.pool, { tenant, key, checkpointMs: 0 });
      const verifier = new ExportVerifier({ kept: notes });
      await exportLog(another.pool, tenant, async (lines) => verifier.push(Buffer.from(lines)));
      return verifier.finish();
    };
    try {
      expect((await put(300, 0)).finding).toMatchObject({ kind: 'rolled-back', position: 301, until: 340 });
      await another.admin.query(`truncate seal_head, seal_tile, seal_checkpoint, tenant_head`);
      const client = await another.admin.connect();
      await client.query('set session_replication_role = replica; delete from event');
      client.release(true);
      expect((await put(340, 70)).finding).toMatchObject({ kind: 'forked', position: 61, until: 300 });
    } finally {
      await another.drop();
    }
  });
});

describe('The sealing key', () => {
  it('is made once, for its owner alone, and refused where others may read it or it is none', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'thac-key-'));
    const file = path.join(folder, 'deep', 'seal.key');
    const made = await openSealKey({ file, makes: true });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const again = await openSealKey({ file, makes: true });
    expect(again('t').verifier).toEqual(made('t').verifier);
    expect((await openSealKey({ file, makes: false, name: 'thac.example' }))('t').verifier.name).toBe('thac.example/t');
    const open = path.join(folder, 'open');
    await writeFile(open, await readFile(file), { mode: 0o644 });
    const fault = { code: 'audit.key' };
    await expect(openSealKey({ file: open, makes: false })).rejects.toMatchObject(fault);
    await expect(openSealKey({ file: path.join(folder, 'none'), makes: false })).rejects.toMatchObject(fault);
    await writeFile(path.join(folder, 'other'), 'no key', { mode: 0o600 });
    await expect(openSealKey({ file: path.join(folder, 'other'), makes: false })).rejects.toMatchObject(fault);
    await rm(folder, { recursive: true });
  });
});
