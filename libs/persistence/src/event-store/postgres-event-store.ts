import type { Pool, PoolClient } from 'pg';
import type { Instant } from '#engine';
import type { Appended, AppendOptions, EventStore, RecordedEvent, StreamWrite, WakeUp } from '#event-store';
import { ConcurrencyConflict, distinct, IdempotencyMismatch } from '#event-store';
import { projectInline } from '../projection/project.js';
import { inTransaction, isServerFault } from '../transaction.js';
import { ANALYSE } from './analyse.sql.js';
import type { Batch } from './batch.js';
import { writeEvents } from './event-writer.js';
import { PREFLIGHT } from './preflight.sql.js';
import { READ_ALL, READ_COMMAND, READ_HEAD, READ_STREAM, READ_STREAMS } from './read-events.sql.js';
import { type EventRecord, recordedEvent } from './recorded-event.js';
import {
  BRING_WAKE_UPS_FORWARD,
  CLEAR_WAKE_UPS,
  DUE_WAKE_UPS,
  EARLIEST_WAKE_UP,
  SET_WAKE_UPS,
  WAKE_ALL,
} from './wake-ups.sql.js';

/** A write as the preflight finds it. */
interface Found {
  readonly kind: 'lock' | 'key' | 'stream';
  readonly name: string;
  readonly number: number;
  readonly fingerprint: string | null;
}

const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
/** New streams in one append from which the tables have changed enough for their statistics to mislead. */
const MANY_NEW_STREAMS = 100;

/**
 * The log in PostgreSQL. Each append is one transaction that also brings the read models up to date; large batches go
 * through COPY. Retries nothing by itself: a conflict is the caller's to solve.
 */
export class PostgresEventStore implements EventStore {
  constructor(private readonly pool: Pool) {}

  async append(tenant: string, writes: readonly StreamWrite[], options: AppendOptions = {}): Promise<Appended> {
    const batch = distinct(writes).toSorted((a, b) => (a.stream < b.stream ? -1 : 1)); // one lock order for everybody
    try {
      const appended = await inTransaction(this.pool, async (client) => {
        const before = await preflight(client, { tenant, writes, options });
        if (before) return before;
        await projectInline(client, tenant, batch);
        await keepWakeUps(client, tenant, { writes: batch, wake: options.wake ?? [] });
        return { position: await writeEvents(client, { tenant, writes, options }), replayed: false };
      });
      if (batch.filter(({ expected }) => expected === 0).length >= MANY_NEW_STREAMS) await this.analyse();
      return appended;
    } catch (error) {
      if (!isServerFault(error, UNIQUE_VIOLATION, DEADLOCK)) throw error;
      // Somebody else's transaction came between: say whose turn it was, or hand back what the same request did there.
      const before = await inTransaction(this.pool, (client) => preflight(client, { tenant, writes, options }));
      if (before) return before;
      throw error;
    }
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<readonly RecordedEvent[]> {
    return this.events(READ_STREAM, [tenant, stream, afterVersion]);
  }

  async readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return Map.groupBy(await this.events(READ_STREAMS, [tenant, streams]), ({ stream }) => stream);
  }

  async readAll(tenant: string, after: number, limit = 10_000): Promise<readonly RecordedEvent[]> {
    return this.events(READ_ALL, [tenant, after, limit]);
  }

  async head(tenant: string): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>(READ_HEAD, [tenant]);
    return rows[0]?.position ?? 0;
  }

  async dueWakeUps(tenant: string, until: Instant, limit = 500): Promise<readonly WakeUp[]> {
    return (await this.pool.query<WakeUp>(DUE_WAKE_UPS, [tenant, until, limit])).rows;
  }

  async earliestWakeUp(tenant: string): Promise<Instant | undefined> {
    return (await this.pool.query<{ at: Instant }>(EARLIEST_WAKE_UP, [tenant])).rows[0]?.at;
  }

  async recorded(
    tenant: string,
    idempotencyKey: string,
  ): Promise<{ readonly position: number; readonly fingerprint: string | null } | undefined> {
    const { rows } = await this.pool.query<{ position: number; fingerprint: string | null }>(READ_COMMAND, [
      tenant,
      idempotencyKey,
    ]);
    return rows[0];
  }

  /** Best effort: what was appended stands, with old statistics too. */
  private async analyse(): Promise<void> {
    await this.pool.query(ANALYSE).catch(() => undefined);
  }

  private async events(sql: string, values: readonly unknown[]): Promise<RecordedEvent[]> {
    return (await this.pool.query<EventRecord>(sql, [...values])).rows.map(recordedEvent);
  }
}

/** @returns what the batch's key did before, if it was used; throws where a stream is not where it should be. */
async function preflight(client: PoolClient, { tenant, writes, options }: Batch): Promise<Appended | undefined> {
  const streams = writes.map(({ stream }) => stream);
  const { rows } = await client.query<Found>(PREFLIGHT, [tenant, options.idempotencyKey ?? null, streams]);
  const key = rows.find(({ kind }) => kind === 'key');
  if (key && key.fingerprint !== (options.fingerprint ?? null)) throw new IdempotencyMismatch(key.name);
  if (key) return { position: key.number, replayed: true };
  const versions = new Map(rows.map(({ name, number }) => [name, number]));
  for (const { stream, expected } of writes) {
    const actual = versions.get(stream) ?? 0;
    if (actual !== expected) throw new ConcurrencyConflict({ stream, expected, actual });
  }
  return undefined;
}

interface WakeUps {
  readonly writes: readonly StreamWrite[];
  readonly wake: NonNullable<AppendOptions['wake']>;
}

async function keepWakeUps(client: PoolClient, tenant: string, { writes, wake }: WakeUps): Promise<void> {
  const set = writes.filter(({ wakeUp }) => typeof wakeUp === 'string');
  const cleared = writes.filter(({ wakeUp, expected }) => wakeUp === null && expected > 0);
  const latest = writes.filter(({ wakeNoLater }) => wakeNoLater !== undefined);
  if (set.length > 0) {
    await client.query(SET_WAKE_UPS, [tenant, set.map(({ stream }) => stream), set.map(({ wakeUp }) => wakeUp)]);
  }
  if (cleared.length > 0) await client.query(CLEAR_WAKE_UPS, [tenant, cleared.map(({ stream }) => stream)]);
  if (latest.length > 0) {
    const values = [tenant, latest.map(({ stream }) => stream), latest.map(({ wakeNoLater }) => wakeNoLater)];
    await client.query(BRING_WAKE_UPS_FORWARD, values);
  }
  for (const { prefix, at } of wake) await client.query(WAKE_ALL, [tenant, prefix, at]);
}
