import { ConcurrencyConflict, type EventStore, type NewEvent } from '#event-store';
import { seconds } from '../benchmark.js';
import { eventBodies } from './bodies.js';

/** Events in each stream. */
export const STREAM_LENGTH = 10;
const TENANT = 'vn-10';
const bodies = eventBodies(1_000);

export const streamName = (index: number): string => `item/${index}`;
export const bodyOf = (stream: number, version: number) => bodies[(stream * STREAM_LENGTH + version) % bodies.length] as NewEvent;

/** How events reach the log: so many commands at a time, so many events in each. */
export interface Writers {
  readonly writers: number;
  readonly step: number;
  readonly streams: number;
}

/** Runs `work(index)` for 0 … count - 1, `width` of them at a time. */
export async function concurrently(width: number, count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(width, count) }, async () => {
      while (next < count) await work(next++);
    }),
  );
}

/** Events a second that writers, each of whom owns a stream at a time and expects the version it last saw, get recorded. */
export async function appendRate(store: EventStore, { writers, step, streams }: Writers): Promise<number> {
  const write = async (stream: number): Promise<void> => {
    for (let version = 0; version < STREAM_LENGTH; version += step) {
      const events = Array.from({ length: step }, (_, index) => bodyOf(stream, version + index));
      await store.append(TENANT, [{ stream: streamName(stream), expected: version, events }]);
    }
  };
  const took = await seconds(() => concurrently(writers, streams, write));
  await verify(store, streams);
  return (streams * STREAM_LENGTH) / took;
}

/** @throws where a stream is not whole, or a stale version was taken */
async function verify(store: EventStore, streams: number): Promise<void> {
  const head = await store.head(TENANT);
  if (head !== streams * STREAM_LENGTH) throw new Error(`${head} events, expected ${streams * STREAM_LENGTH}`);
  const stale = store.append(TENANT, [{ stream: streamName(0), expected: 3, events: [bodyOf(0, 0)] }]);
  const refused = await stale.then(
    () => false,
    (error: unknown) => error instanceof ConcurrencyConflict,
  );
  if (!refused) throw new Error('a stale version was taken');
  for (let stream = 0; stream < streams; stream += Math.ceil(streams / 100)) {
    const versions = (await store.readStream(TENANT, streamName(stream))).map(({ version }) => version);
    if (versions.join() !== Array.from({ length: STREAM_LENGTH }, (_, index) => index + 1).join()) {
      throw new Error(`stream ${stream} has versions ${versions.join()}`);
    }
  }
}
