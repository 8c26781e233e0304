import { CALENDAR_STREAM, DOCUMENTS_STREAM, ORGANISATION_STREAM, type Instant, type OrganisationEvent } from '#engine';
import type { Appended, AppendOptions, EventStore, RecordedEvent, StreamWrite, WakeUp } from '#event-store';
import { effectiveAt } from '../../workflow/known-organisation.js';

const UNIT_PLAN = 'unit-plan/';
const FACTS: ReadonlySet<string> = new Set([CALENDAR_STREAM, DOCUMENTS_STREAM, ORGANISATION_STREAM]);

const OF_OLD = '0001-01-01T00:00:00+07:00' as Instant;

/** Where a log is read from. */
export type LogSource = Pick<EventStore, 'replay' | 'readStreams'>;

/** Thrown instead of an append: what the engine would have recorded. */
export class Caught extends Error {
  constructor(readonly writes: readonly StreamWrite[]) {
    super('caught');
  }
}

/**
 * A log as it stood before a position, for the services that decide: they read what was recorded by then, and what they would append
 * is caught. Holds facts, plans and rules; unit plans are read again from the source, those few that a cascade needs.
 */
export class PrefixStore implements EventStore {
  private readonly kept = new Map<string, RecordedEvent[]>();
  /** Position of the last fact. */
  fact = 0;
  /** Instants from which something else holds, in order. */
  turns: readonly Instant[] = [];
  /** The position up to which the log is known. */
  position = 0;

  constructor(private readonly source: LogSource) {}

  /** Goes on by one event. */
  take(event: RecordedEvent): void {
    this.position = event.position;
    if (event.stream.startsWith(UNIT_PLAN)) return;
    const known = this.kept.get(event.stream);
    if (known) known.push(event);
    else this.kept.set(event.stream, [event]);
    if (FACTS.has(event.stream)) this.note(event);
  }

  private note({ stream, position, at, data }: RecordedEvent): void {
    this.fact = position;
    const from = stream === ORGANISATION_STREAM ? effectiveAt((data as OrganisationEvent['data']).from, at) : at;
    const fresh = [at, from].filter((turn) => this.turns.at(-1) !== turn && !this.turns.includes(turn));
    if (fresh.length > 0) this.turns = [...new Set([...this.turns, ...fresh])].sort();
  }

  /** The same log with another event at the end of a stream. */
  withLast(stream: string, event: RecordedEvent): PrefixStore {
    const other = new PrefixStore(this.source);
    for (const [name, events] of this.kept) other.kept.set(name, events);
    other.kept.set(stream, [...(this.kept.get(stream) ?? []).slice(0, -1), event]);
    other.fact = this.fact;
    other.turns = this.turns;
    other.position = this.position;
    return other;
  }

  /** The last event of a stream that is kept. */
  last(stream: string): RecordedEvent | undefined {
    return this.kept.get(stream)?.at(-1);
  }

  has(stream: string, type: string): boolean {
    return this.kept.get(stream)?.some((event) => event.type === type) === true;
  }

  lengthOf(stream: string): number {
    return this.kept.get(stream)?.length ?? 0;
  }

  async append(_: string, writes: readonly StreamWrite[], _options?: AppendOptions): Promise<Appended> {
    throw new Caught(writes);
  }

  async readStream(tenant: string, stream: string, afterVersion = 0): Promise<readonly RecordedEvent[]> {
    if (!stream.startsWith(UNIT_PLAN)) return this.kept.get(stream)?.slice(afterVersion) ?? [];
    return ((await this.readStreams(tenant, [stream])).get(stream) ?? []).slice(afterVersion);
  }

  async readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const found = new Map<string, readonly RecordedEvent[]>();
    const away = streams.filter((stream) => stream.startsWith(UNIT_PLAN));
    const read = away.length > 0 ? await this.source.readStreams(tenant, away) : found;
    for (const stream of streams) {
      const events = read.get(stream) ?? this.kept.get(stream) ?? [];
      const known = events.filter(({ position }) => position <= this.position);
      if (known.length > 0) found.set(stream, known);
    }
    return found;
  }

  async readAll(): Promise<readonly RecordedEvent[]> {
    return [];
  }

  async *replay(): AsyncGenerator<readonly RecordedEvent[]> {}

  async head(): Promise<number> {
    return this.position;
  }

  async lastFact(): Promise<number> {
    return this.fact;
  }

  async dueWakeUps(): Promise<readonly WakeUp[]> {
    return [];
  }

  /** Of old: the log does not tell how far the clock had come, so that everything that came to hold is gone through. */
  async earliestWakeUp(): Promise<Instant> {
    return OF_OLD;
  }

  async recorded(): Promise<undefined> {
    return undefined;
  }
}

/** What work would append; undefined where it appends nothing. */
export async function caught(work: () => Promise<unknown>): Promise<readonly StreamWrite[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Caught) return error.writes;
    throw error;
  }
}
