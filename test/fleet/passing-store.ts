import type { Appended, AppendOptions, EventStore, RecordedEvent, StreamWrite } from '#event-store';

/** A store that reads from another one; what it does with appends is its own. */
export abstract class PassingStore implements EventStore {
  constructor(protected readonly inner: EventStore) {}

  abstract append(tenant: string, writes: readonly StreamWrite[], options?: AppendOptions): Promise<Appended>;

  readStream(tenant: string, stream: string, after?: number): Promise<readonly RecordedEvent[]> {
    return this.inner.readStream(tenant, stream, after);
  }

  readStreams(tenant: string, streams: readonly string[]): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return this.inner.readStreams(tenant, streams);
  }

  readAll(tenant: string, after: number, limit?: number): Promise<readonly RecordedEvent[]> {
    return this.inner.readAll(tenant, after, limit);
  }

  replay(...of: Parameters<EventStore['replay']>): ReturnType<EventStore['replay']> {
    return this.inner.replay(...of);
  }

  head(tenant: string): Promise<number> {
    return this.inner.head(tenant);
  }

  lastFact(tenant: string): Promise<number> {
    return this.inner.lastFact(tenant);
  }

  dueWakeUps(...of: Parameters<EventStore['dueWakeUps']>): ReturnType<EventStore['dueWakeUps']> {
    return this.inner.dueWakeUps(...of);
  }

  earliestWakeUp(tenant: string): ReturnType<EventStore['earliestWakeUp']> {
    return this.inner.earliestWakeUp(tenant);
  }

  recorded(...of: Parameters<EventStore['recorded']>): ReturnType<EventStore['recorded']> {
    return this.inner.recorded(...of);
  }
}
