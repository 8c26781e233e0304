import type { Doer } from '#contracts';
import type { Instant } from '#engine';

/** What a command adds to a stream: plain data, validated by whoever decided it. */
export interface NewEvent {
  readonly type: string;
  /** Version of the event type's shape; upcasters bring old ones up to date. */
  readonly v: number;
  readonly data: unknown;
  /** For events that the engine caused: rules version, rule and place, calendar version, inputs. Null for people's own acts. */
  readonly because: unknown;
  /** When it took effect, which may be long before it was recorded. */
  readonly at: Instant;
  /** The unit that acted; null for the engine's own events. */
  readonly actor: string | null;
  /** Who did it in the unit's name; absent for the engine's own events, and where nobody was told of. */
  readonly by?: Doer;
}

/** An event as it stands in the log. */
export interface RecordedEvent extends NewEvent {
  readonly tenant: string;
  readonly stream: string;
  /** From 1, without gaps within its stream. */
  readonly version: number;
  /** From 1, without gaps within its tenant, in the order of commits. */
  readonly position: number;
  /** Wall-clock time of recording, ISO 8601; no part of the log's canonical form. */
  readonly recordedAt: string;
}

/** Events for one stream, to be written only if the stream still stands at `expected` (0: it does not exist). */
export interface StreamWrite {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly NewEvent[];
  /** The folded aggregate after these events: what inline projections are made from. */
  readonly state?: unknown;
  /** When the clock must look at this stream next: an instant, null for never; absent leaves it as it is. */
  readonly wakeUp?: Instant | null;
  /** The instant of the wake-up that `wakeUp` follows: one that was set meanwhile for a later instant stands, unless `wakeUp` is before it. */
  readonly wokenAt?: Instant;
  /** The clock must look at this stream by then at the latest: an earlier wake-up stands. Not beside `wakeUp`. */
  readonly wakeNoLater?: Instant;
  /** What everything decided later must know of: see {@link AppendOptions.knowing}. */
  readonly isFact?: true;
}

export interface WakeUp {
  readonly stream: string;
  readonly at: Instant;
}

export interface AppendOptions {
  /** Writing twice under one key writes once: the second call returns what the first one did. */
  readonly idempotencyKey?: string;
  /** Fingerprint of the request behind the key: the same key with another fingerprint is refused. */
  readonly fingerprint?: string;
  /** Who acts: each act of the append names them. */
  readonly by?: Doer;
  /** Position of the last fact that the decision knew of: where a later one stands, the append is refused as a conflict. */
  readonly knowing?: number;
  /** The clock must look by then at the latest at every stream whose name begins so. */
  readonly wake?: readonly { readonly prefix: string; readonly at: Instant }[];
}

export interface Appended {
  /** Position of the last event written (of the tenant's last event where nothing was). */
  readonly position: number;
  /** True where the key had been used: nothing was written now. */
  readonly replayed: boolean;
  /** Of what the clock wrote: true where somebody else was about to write meanwhile, and had to wait for it. */
  readonly isInTheWay?: boolean;
}

/**
 * The log. All writes of one call are recorded together or not at all, with the read models that people look at
 * after acting, and a reader that has seen position N has seen everything up to N.
 */
export interface EventStore {
  /**
   * @throws ConcurrencyConflict when a stream is not at its expected version
   * @throws IdempotencyMismatch when the key was used for another request
   */
  append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended>;
  /** Events of a stream after a version, in order; empty where the stream does not exist. */
  readStream(tenant: string, stream: string, afterVersion?: number): Promise<readonly RecordedEvent[]>;
  /** Events of several streams in one round trip, each in order; streams that do not exist are absent. */
  readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>>;
  /** The tenant's log after a position, at most `limit` events (10,000 unless told). */
  readAll(tenant: string, after: number, limit?: number): Promise<readonly RecordedEvent[]>;
  /** The tenant's log after a position, whole and in order, in batches of the store's choosing; for reading much of it. */
  replay(tenant: string, after?: number): AsyncIterable<readonly RecordedEvent[]>;
  /** Position of the tenant's last event; 0 where there is none. */
  head(tenant: string): Promise<number>;
  /** Position up to which the tenant's facts are recorded; 0 where there is none. What is known up to there is all that is to be known. */
  lastFact(tenant: string): Promise<number>;
  /** Wake-ups due at or before an instant, by time and then stream, at most `limit` (500 unless told). */
  dueWakeUps(tenant: string, until: Instant, limit?: number): Promise<readonly WakeUp[]>;
  /** The tenant's earliest wake-up of all, due or not; undefined where none is set. */
  earliestWakeUp(tenant: string): Promise<Instant | undefined>;
  /** What was recorded under an idempotency key, or undefined. */
  recorded(
    tenant: string,
    idempotencyKey: string,
  ): Promise<{ readonly position: number; readonly fingerprint: string | null } | undefined>;
}
