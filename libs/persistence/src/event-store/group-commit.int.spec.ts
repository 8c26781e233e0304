import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#engine';
import { ConcurrencyConflict, IdempotencyMismatch, type StreamWrite } from '#event-store';
import { PostgresEventStore } from '#persistence';
import type { Pool } from 'pg';
import { type TestDatabase, testDatabase, waitingSessions } from '#testing';

let database: TestDatabase;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(() => database.drop());

const AT = '2022-06-30T08:00:00+07:00' as Instant;
const write = (stream: string, expected = 0, count = 1): StreamWrite => ({
  stream,
  expected,
  events: Array.from({ length: count }, (_, n) => ({ type: 'Noted', v: 1, data: { n }, because: null, at: AT, actor: null })),
});

/** How many transactions wrote a tenant's log. */
async function transactions(tenant: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>('select count(distinct xid)::int as n from event where tenant = $1', [
    tenant,
  ]);
  return rows[0]?.n ?? 0;
}

/** A pool whose first connection is good and whose second one is not to be had. */
function losingItsSecondConnection(pool: Pool, failure: unknown): Pool {
  let asked = 0;
  return new Proxy(pool, {
    get: (target, name) =>
      name === 'connect'
        ? () => (asked++ === 0 ? target.connect() : Promise.reject(failure))
        : (Reflect.get(target, name) as unknown),
  });
}

describe('Appends that are asked for at the same time', () => {
  it('share one transaction, each at its own position', async () => {
    const appended = await Promise.all(Array.from({ length: 50 }, (_, n) => store.append('a', [write(`s${n}`, 0, 2)])));
    expect(appended.map(({ position }) => position)).toEqual(Array.from({ length: 50 }, (_, n) => 2 * n + 2));
    expect(await transactions('a')).toBe(1);
  });

  it('are recorded although one among them comes too late', async () => {
    await store.append('b', [write('taken')]);
    const appends = ['s1', 's2', 'taken', 's3', 's4'].map((stream) => store.append('b', [write(stream)]));
    const outcomes = await Promise.allSettled(appends);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect((outcomes[2] as PromiseRejectedResult).reason).toBeInstanceOf(ConcurrencyConflict);
    expect((await store.readAll('b', 0)).map(({ stream }) => stream)).toEqual(['taken', 's1', 's2', 's3', 's4']);
  });

  it('tell the one whose key was used for something else, and answer the one who asks again', async () => {
    const first = await store.append('c', [write('s')], { idempotencyKey: 'k', fingerprint: 'f' });
    const outcomes = await Promise.allSettled([
      store.append('c', [write('before')]),
      store.append('c', [write('s')], { idempotencyKey: 'k', fingerprint: 'f' }),
      store.append('c', [write('t')], { idempotencyKey: 'k', fingerprint: 'other' }),
      store.append('c', [write('after')]),
    ]);
    expect(outcomes).toMatchObject([
      { value: { replayed: false } },
      { value: { replayed: true, position: first.position } },
      { reason: expect.any(IdempotencyMismatch) },
      { value: { replayed: false } },
    ]);
    expect(await store.head('c')).toBe(3);
  });

  it('keep the order of one stream, whoever shares a transaction', async () => {
    const appends = Array.from({ length: 10 }, (_, n) => store.append('d', [write('one', n), write(`other${n}`)]));
    await Promise.all(appends);
    expect((await store.readStream('d', 'one')).map(({ version }) => version)).toEqual(
      Array.from({ length: 10 }, (_, n) => n + 1),
    );
  });

  it('are not taken for done where the connection is lost while the reason of a refusal is asked for', async () => {
    await store.append('lost', [write('taken')]);
    const lost = { code: 'ECONNRESET' }; // whatever it is that was thrown, and of whichever class
    const losing = new PostgresEventStore(losingItsSecondConnection(database.pool, lost));
    await expect(losing.append('lost', [write('taken')])).rejects.toBe(lost);
  });

  it('fail alone where their data cannot be written', async () => {
    const events = [{ type: 'Noted', v: 1, data: { n: 1n }, because: null, at: AT, actor: null }];
    const outcomes = await Promise.allSettled([
      store.append('e', [write('s1')]),
      store.append('e', [{ stream: 's2', expected: 0, events }]),
      store.append('e', [write('s3')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('all fail with a connection that dies, and nothing of them is recorded twice when they are sent again', async () => {
    const blocker = await database.pool.connect();
    await store.append('f', [write('s')]);
    await blocker.query("begin; select 1 from tenant_head where tenant = 'f' for update");
    const keyed = (n: number) => store.append('f', [write(`k${n}`)], { idempotencyKey: `k${n}` });
    const waiting = Promise.allSettled([0, 1, 2].map(keyed));
    const sessions = await waitingSessions(database);
    await database.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [sessions]);
    await blocker.query('rollback');
    blocker.release();
    expect((await waiting).filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    await Promise.all([0, 1, 2].map(keyed));
    expect(await store.head('f')).toBe(4);
  });

  it('of the clock are told of whoever waits for them', async () => {
    const woken = (version: number): StreamWrite => ({ ...write('woken', version), wakeUp: null, wokenAt: AT });
    const deed = (version: number): StreamWrite => ({ ...write('deed', version), wakeUp: AT });
    await Promise.all([store.append('g', [write('woken')]), store.append('g', [deed(0)])]);
    expect((await store.append('g', [woken(1)])).isInTheWay).toBeUndefined();
    const blocker = await database.pool.connect();
    await blocker.query("begin; select 1 from tenant_head where tenant = 'g' for update");
    const clock = store.append('g', [woken(2)]);
    await waitingSessions(database);
    const people = new PostgresEventStore(database.pool).append('g', [deed(1)]);
    while ((await waitingSessions(database)).length < 2);
    await blocker.query('rollback');
    blocker.release();
    expect((await clock).isInTheWay).toBe(true);
    expect((await people).isInTheWay).toBeUndefined();
    expect((await store.append('g', [woken(3)])).isInTheWay).toBeUndefined();
  });
});
