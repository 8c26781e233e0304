import type { Pool } from 'pg';
import type { Instant } from '#engine';
import {
  type Appended,
  type AppendOptions,
  type EventStore,
  type RecordedEvent,
  signed,
  type StreamWrite,
  type WakeUp,
} from '#event-store';
import { NOT_ALLOWED, RowsDenied } from '../rows/row-fault.js';
import { isServerFault } from '../transaction.js';
import { ANALYSE } from './analyse.sql.js';
import { appendAlone } from './append-alone.js';
import { FACT_UNKNOWN, MOVED_ON } from './append-events.sql.js';
import { judge } from './append-together.js';
import { type Batch, batchOf, isSmall } from './batch.js';
import { GroupCommit } from './group-commit.js';
import { READ_ALL, READ_COMMAND, READ_FACT, READ_HEAD, READ_STREAM, READ_STREAMS } from './read-events.sql.js';
import { type EventRecord, recordedEvent } from './recorded-event.js';
import { replay } from './replay.js';
import { DUE_WAKE_UPS, EARLIEST_WAKE_UP } from './wake-ups.sql.js';

const UNIQUE_VIOLATION = '23505';
/** What Citus says of rows that a node refused in the midst of a COPY, whatever the node's own reason. */
const ON_A_NODE = 'XX000';
const DEADLOCK = '40P01';
/** Whoever's scope reaches nothing does not even see where the log stands. */
const isDenied = (error: unknown, { scope }: Batch): boolean =>
  scope !== null && isServerFault(error, NOT_ALLOWED, ...(scope.action === '' ? [MOVED_ON, FACT_UNKNOWN] : []));

/** New streams in one append from which the tables have changed enough for their statistics to mislead. */
const MANY_NEW_STREAMS = 100;

/**
 * The log in PostgreSQL. An append is one transaction that also brings the read models up to date: small ones share it with
 * those that arrive meanwhile, large ones go through COPY. A conflict is the caller's to solve.
 */
export class PostgresEventStore implements EventStore {
  private readonly together: GroupCommit;

  constructor(private readonly pool: Pool) {
    this.together = new GroupCommit(pool);
  }

  async append(tenant: string, given: readonly StreamWrite[], options: AppendOptions = {}): Promise<Appended> {
    const writes = signed(given, options);
    const batch = batchOf(tenant, writes, options);
    const appended = await (isSmall(batch) ? this.together.append(batch) : this.alone(batch)).catch((error: unknown) => {
      throw isDenied(error, batch) ? new RowsDenied('rows denied', { cause: error }) : error;
    });
    if (isSmall(batch)) return appended;
    if (writes.filter(({ expected }) => expected === 0).length >= MANY_NEW_STREAMS) await this.analyse();
    return appended;
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

  replay(tenant: string, after = 0): AsyncIterable<readonly RecordedEvent[]> {
    return replay(this.pool, tenant, after);
  }

  async head(tenant: string): Promise<number> {
    const { rows } = await this.pool.query<{ position: number }>(READ_HEAD, [tenant]);
    return rows[0]?.position ?? 0;
  }

  async lastFact(tenant: string): Promise<number> {
    const { rows } = await this.pool.query<{ fact: number }>(READ_FACT, [tenant]);
    return rows[0]?.fact ?? 0;
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

  private async alone(batch: Batch): Promise<Appended> {
    try {
      return await appendAlone(this.pool, batch);
    } catch (error) {
      if (!isServerFault(error, UNIQUE_VIOLATION, DEADLOCK, MOVED_ON, ON_A_NODE)) throw error;
      // Somebody else's transaction came between: say whose turn it was, or hand back what the same request did there.
      const before = await judge(this.pool, batch);
      if (before) return before;
      throw error;
    }
  }

  /** Best effort: what was appended stands, with old statistics too. */
  private async analyse(): Promise<void> {
    await this.pool.query(ANALYSE).catch(() => undefined);
  }

  private async events(sql: string, values: readonly unknown[]): Promise<RecordedEvent[]> {
    return (await this.pool.query<EventRecord>(sql, [...values])).rows.map(recordedEvent);
  }
}
