import type { Doer } from '#contracts';
import type { Instant } from '#engine';
import { distinct } from './batch.js';
import { signed } from './doers.js';
import { ConcurrencyConflict, IdempotencyMismatch, UnknownFact } from './faults.js';
import type { Appended, AppendOptions, EventStore, NewEvent, RecordedEvent, StreamWrite, WakeUp } from './port.js';

interface CommandRecord {
  readonly position: number;
  readonly fingerprint: string | null;
}

/** Everything of one tenant. */
class TenantLog {
  readonly log: RecordedEvent[] = [];
  readonly streams = new Map<string, RecordedEvent[]>();
  readonly wakeUps = new Map<string, Instant>();
  readonly commands = new Map<string, CommandRecord>();
  /** Position of the last fact. */
  fact = 0;
}

const REPLAY_BATCH = 1_000;
const NOTHING: TenantLog = new TenantLog();
const inOrder = (a: WakeUp, b: WakeUp): number => compare(a.at, b.at) || compare(a.stream, b.stream);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The log in memory, for simulations and tests: keeps to the same contract as the log in PostgreSQL, wake-ups and
 * idempotency keys included, and needs no database. Knows no clock: an event counts as recorded when it took effect.
 */
export class InMemoryEventStore implements EventStore {
  private readonly tenants = new Map<string, TenantLog>();

  /** Another store with everything that this one holds: what happens in either is not seen in the other. */
  copy(): InMemoryEventStore {
    const other = new InMemoryEventStore();
    for (const [tenant, kept] of this.tenants) other.tenants.set(tenant, copied(kept));
    return other;
  }

  async append(tenant: string, writes: readonly StreamWrite[], options: AppendOptions = {}): Promise<Appended> {
    const kept = this.of(tenant);
    const before = replayed(kept, options);
    if (before) return { position: before.position, replayed: true };
    for (const write of distinct(writes)) expectVersion(kept, write);
    expectKnown(kept, options);
    for (const write of signed(writes, options)) record(kept, tenant, write);
    for (const { prefix, at } of options.wake ?? []) wakeAll(kept, prefix, at);
    const position = kept.log.length;
    if (writes.some(({ isFact }) => isFact)) kept.fact = position;
    if (options.idempotencyKey !== undefined) {
      kept.commands.set(options.idempotencyKey, { position, fingerprint: options.fingerprint ?? null });
    }
    if (!this.tenants.has(tenant)) this.tenants.set(tenant, kept);
    return { position, replayed: false };
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<readonly RecordedEvent[]> {
    return this.reading(tenant).streams.get(stream)?.slice(afterVersion) ?? [];
  }

  async readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const kept = this.reading(tenant).streams;
    const found = streams.filter((stream) => kept.has(stream));
    return new Map(found.map((stream) => [stream, [...(kept.get(stream) ?? [])]]));
  }

  async readAll(tenant: string, after: number, limit = 10_000): Promise<readonly RecordedEvent[]> {
    return this.reading(tenant).log.slice(after, after + limit);
  }

  async *replay(tenant: string, after = 0): AsyncGenerator<readonly RecordedEvent[]> {
    for (let position = after; ; position += REPLAY_BATCH) {
      const events = await this.readAll(tenant, position, REPLAY_BATCH);
      if (events.length === 0) return;
      yield events;
    }
  }

  async head(tenant: string): Promise<number> {
    return this.reading(tenant).log.length;
  }

  async lastFact(tenant: string): Promise<number> {
    return this.reading(tenant).fact;
  }

  async dueWakeUps(tenant: string, until: Instant, limit = 500): Promise<readonly WakeUp[]> {
    const due: WakeUp[] = [];
    for (const [stream, at] of this.reading(tenant).wakeUps) if (at <= until) due.push({ stream, at });
    return due.sort(inOrder).slice(0, limit);
  }

  async earliestWakeUp(tenant: string): Promise<Instant | undefined> {
    let earliest: Instant | undefined;
    for (const at of this.reading(tenant).wakeUps.values()) if (earliest === undefined || at < earliest) earliest = at;
    return earliest;
  }

  async recorded(tenant: string, idempotencyKey: string): Promise<CommandRecord | undefined> {
    return this.reading(tenant).commands.get(idempotencyKey);
  }

  private of(tenant: string): TenantLog {
    return this.tenants.get(tenant) ?? new TenantLog();
  }

  private reading(tenant: string): TenantLog {
    return this.tenants.get(tenant) ?? NOTHING;
  }
}

function copied({ log, streams, wakeUps, commands, fact }: TenantLog): TenantLog {
  const copy = new TenantLog();
  copy.log.push(...log);
  for (const [stream, events] of streams) copy.streams.set(stream, [...events]);
  for (const [stream, at] of wakeUps) copy.wakeUps.set(stream, at);
  for (const [key, command] of commands) copy.commands.set(key, command);
  copy.fact = fact;
  return copy;
}

function replayed(kept: TenantLog, { idempotencyKey, fingerprint }: AppendOptions): CommandRecord | undefined {
  if (idempotencyKey === undefined) return undefined;
  const before = kept.commands.get(idempotencyKey);
  if (before && before.fingerprint !== (fingerprint ?? null)) throw new IdempotencyMismatch(idempotencyKey);
  return before;
}

function expectVersion(kept: TenantLog, { stream, expected }: StreamWrite): void {
  const actual = kept.streams.get(stream)?.length ?? 0;
  if (actual !== expected) throw new ConcurrencyConflict({ stream, expected, actual });
}

function expectKnown({ fact }: TenantLog, { knowing }: AppendOptions): void {
  if (knowing !== undefined && fact > knowing) throw new UnknownFact(knowing, fact);
}

function wakeAll(kept: TenantLog, prefix: string, at: Instant): void {
  for (const stream of kept.streams.keys()) if (stream.startsWith(prefix)) wakeNoLater(kept, stream, at);
}

function wakeNoLater(kept: TenantLog, stream: string, at: Instant): void {
  const standing = kept.wakeUps.get(stream);
  if (standing === undefined || at < standing) kept.wakeUps.set(stream, at);
}

/** What stands for later than what was woken was set meanwhile, by somebody who knew more. */
function setWakeUp(kept: TenantLog, { stream, wakeUp, wokenAt }: StreamWrite): void {
  const standing = kept.wakeUps.get(stream);
  if (wakeUp === undefined) return;
  if (wokenAt !== undefined && standing !== undefined && standing > wokenAt && (wakeUp === null || wakeUp > standing)) return;
  if (wakeUp === null) kept.wakeUps.delete(stream);
  else kept.wakeUps.set(stream, wakeUp);
}

function record(kept: TenantLog, tenant: string, write: StreamWrite): void {
  const { stream, events, wakeNoLater: latest } = write;
  const recorded = kept.streams.get(stream) ?? [];
  for (const event of events) {
    const place = { tenant, stream, version: recorded.length + 1, position: kept.log.length + 1, recordedAt: event.at };
    const whole = Object.freeze({ ...fixed(event), ...place });
    recorded.push(whole);
    kept.log.push(whole);
  }
  if (recorded.length > 0) kept.streams.set(stream, recorded);
  setWakeUp(kept, write);
  if (latest !== undefined) wakeNoLater(kept, stream, latest);
}

/** What JSON keeps of an event, which nobody can change any more: what a database would give back. */
const fixed = ({ type, v, data, because, at, actor, by }: NewEvent): NewEvent => ({
  type,
  v,
  data: frozen(data),
  because: frozen(because),
  at,
  actor,
  ...(by && { by: frozen(by) as Doer }),
});

/** What comes back from JSON, without the way through its text: nothing shared with what was given, and nothing undefined in it. */
function frozen(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (!isPlain(value)) return freeze(JSON.parse(JSON.stringify(value)));
  if (Array.isArray(value)) return Object.freeze(value.map(frozen));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[key];
    if (part !== undefined) copy[key] = frozen(part);
  }
  return Object.freeze(copy);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null;
}

function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
