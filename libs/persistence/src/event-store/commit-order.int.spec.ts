import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#engine';
import { ConcurrencyConflict, type StreamWrite } from '#event-store';
import { PostgresEventStore } from '#persistence';
import { isOnCitus, type TestDatabase, testDatabase, waitingSessions } from '#testing';
import { APPEND_EVENTS } from './append-events.sql.js';

let database: TestDatabase;
let store: PostgresEventStore;

beforeAll(async () => {
  database = await testDatabase();
  store = new PostgresEventStore(database.pool);
});
afterAll(() => database.drop());

const AT = '2022-06-30T08:00:00+07:00' as Instant;
const write = (stream: string): StreamWrite => ({
  stream,
  expected: 0,
  events: [{ type: 'Noted', v: 1, data: {}, because: null, at: AT, actor: null }],
});

/** Parameters that append one event to a new stream. */
const one = (tenant: string, stream: string): unknown[] => {
  const asked = [tenant, 1, false, null, [stream], [0], [], [], []];
  return [...asked, [stream], [1], ['Noted'], [1], ['{}'], [null], [AT], [null]];
};

describe('When one writer is slow to commit', () => {
  it('lets no reader pass it: a later writer waits for its place', async () => {
    const slow = await database.pool.connect();
    await slow.query('begin');
    await slow.query(APPEND_EVENTS, one('t', 'slow'));
    const later = store.append('t', [write('later')]);
    await waitingSessions(database);
    expect(await store.readAll('t', 0)).toEqual([]);
    expect(await store.head('t')).toBe(0);
    await slow.query('commit');
    slow.release();
    expect(await later).toEqual({ position: 2, replayed: false });
    expect((await store.readAll('t', 0)).map(({ stream, position }) => [stream, position])).toEqual([
      ['slow', 1],
      ['later', 2],
    ]);
  });

  it('gives its place to the next one when it fails', async () => {
    const failing = await database.pool.connect();
    await failing.query('begin');
    await failing.query(APPEND_EVENTS, one('u', 'lost'));
    const later = store.append('u', [write('later')]);
    await waitingSessions(database);
    await failing.query('rollback');
    failing.release();
    expect(await later).toEqual({ position: 1, replayed: false });
  });

  it('keeps nobody of another tenant waiting', async () => {
    const slow = await database.pool.connect();
    await slow.query('begin');
    await slow.query(APPEND_EVENTS, one('v', 'slow'));
    expect(await store.append('w', [write('s')])).toEqual({ position: 1, replayed: false });
    await slow.query('rollback');
    slow.release();
  });

  it('numbers the events of many writers without gaps', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => store.append('x', [write(`s${n}`)])));
    const { rows } = await database.pool.query<{ position: number }>(
      "select position from event where tenant = 'x' order by position",
    );
    expect(rows.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it('survives a connection that dies in the middle, with nothing recorded, or all of it where another node goes on', async () => {
    const blocker = await database.pool.connect();
    await blocker.query('begin');
    await blocker.query(APPEND_EVENTS, one('y', 'held'));
    const doomed = store.append('y', [write('doomed')]).catch((error: unknown) => error);
    const waiting = await waitingSessions(database);
    await database.pool.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [waiting]);
    expect(await doomed).toBeInstanceOf(Error);
    await blocker.query('rollback');
    blocker.release();
    const again = await store.append('y', [write('doomed')]).catch((error: unknown) => error);
    const wasRecorded = isOnCitus() && again instanceof ConcurrencyConflict;
    if (!wasRecorded) expect(again).toEqual({ position: 1, replayed: false });
    expect((await store.readAll('y', 0)).map(({ stream, position }) => [stream, position])).toEqual([['doomed', 1]]);
  });
});

describe('When the log is read', () => {
  it.each([
    ['by position', 'select * from event where tenant = $1 and position > $2 order by position limit 100'],
    ['by stream', "select * from event where tenant = $1 and stream = 's' and version > $2 order by version"],
  ])('uses an index and sorts nothing: %s', async (_way, sql) => {
    const client = await database.pool.connect();
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql.replace('$1', "'x'").replace('$2', '1')}`);
    await client.query('reset enable_seqscan');
    client.release();
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('Index Scan');
    expect(plan).not.toMatch(/Sort|Bitmap/);
  });
});
