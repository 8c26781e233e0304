import type * as Jest from '@jest/globals';
import fc from 'fast-check';
import { canonicalLine, ConcurrencyConflict, type EventStore, type RecordedEvent } from '#event-store';
import { upTo, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** Many writers at once, and a reader beside them. */
export function racingWriters({ store, tenant }: Given): void {
  describe('When eight writers append at random', () => {
    it('keeps a log whose every part is its stream, gapless, and that a reader following it sees whole', async () => {
      const batch = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 });
      const work = fc.array(fc.array(batch, { maxLength: 5 }), { minLength: 8, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(work, async (writers) => {
          const t = tenant();
          const writing = Promise.all(writers.map((batches, writer) => writeAll(store(), t, { writer, batches })));
          const followed = await follow(store(), t, writing);
          const expected = (await writing).reduce((sum, count) => sum + count, 0);
          const log = await store().readAll(t, 0);
          expect(log.map(({ position }) => position)).toEqual(upTo(expected));
          expect(followed.map(canonicalLine)).toEqual(log.map(canonicalLine));
          for (const [stream, events] of Map.groupBy(log, (recorded) => recorded.stream)) {
            expect(events.map(({ version }) => version)).toEqual(upTo(events.length));
            expect(events).toEqual(await store().readStream(t, stream));
          }
        }),
        { numRuns: 10 },
      );
    });
  });
}

/** Appends each batch, again after every conflict. @returns how many events it wrote */
async function writeAll(
  store: EventStore,
  tenant: string,
  { writer, batches }: { writer: number; batches: readonly (readonly number[])[] },
): Promise<number> {
  let written = 0;
  for (const [index, batch] of batches.entries()) {
    for (let done = false; !done; ) {
      const streams = batch.map((n) => `s${n}`);
      const standing = await store.readStreams(tenant, streams);
      const writes = streams.map((stream) => write(stream, standing.get(stream)?.length ?? 0, `${writer}/${index}`));
      done = await store.append(tenant, writes).then(
        () => true,
        (error: unknown) => {
          if (error instanceof ConcurrencyConflict) return false;
          throw error;
        },
      );
    }
    written += batch.length;
  }
  return written;
}

/** A reader that goes on from the last position it saw, never back, until the writers have ended and it has all. */
async function follow(store: EventStore, tenant: string, writing: Promise<unknown>): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  let ended = false;
  const end = writing.then(
    () => (ended = true),
    () => (ended = true),
  );
  for (;;) {
    const last = ended;
    const next = await store.readAll(tenant, seen.length, 7);
    seen.push(...next);
    if (last && next.length === 0) break;
    await new Promise(setImmediate);
  }
  await end;
  return seen;
}
