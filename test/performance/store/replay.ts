import type { EventStore } from '#event-store';
import { seconds } from '../benchmark.js';
import { bodyOf, STREAM_LENGTH, streamName } from './append.js';

const TENANT = 'vn-10';
const WRITES = 100;

/** A log whose streams interleave: first every stream's first event, then every second one. */
export async function fill(store: EventStore, streams: number): Promise<void> {
  for (let version = 0; version < STREAM_LENGTH; version++) {
    for (let first = 0; first < streams; first += WRITES * 25) {
      const some = Array.from({ length: Math.min(WRITES * 25, streams - first) }, (_, index) => first + index);
      const writes = some.map((stream) => ({
        stream: streamName(stream),
        expected: version,
        events: [bodyOf(stream, version)],
      }));
      await store.append(TENANT, writes);
    }
  }
}

/** Events a second of a replay of the whole log, every event parsed, folding a counter for each stream. */
export async function replayRate(store: EventStore, streams: number): Promise<number> {
  const counters = new Map<string, number>();
  const took = await seconds(async () => {
    for await (const events of store.replay(TENANT)) {
      for (const { stream } of events) counters.set(stream, (counters.get(stream) ?? 0) + 1);
    }
  });
  const isWhole = counters.size === streams && [...counters.values()].every((count) => count === STREAM_LENGTH);
  if (!isWhole) throw new Error(`${counters.size} streams were folded, expected ${streams} of ${STREAM_LENGTH} events`);
  return (streams * STREAM_LENGTH) / took;
}
