import type * as Jest from '@jest/globals';
import fc from 'fast-check';
import type { Doer } from '#contracts';
import type { Instant } from '#engine';
import {
  canonicalLine,
  ConcurrencyConflict,
  type EventStore,
  IdempotencyMismatch,
  type NewEvent,
  type RecordedEvent,
  type StreamWrite,
  UnknownFact,
} from '#event-store';

/** Jest's own globals: `@jest/globals` itself cannot be loaded by benchmarks and scripts, which use this library too. */
const { afterAll, beforeAll, describe, expect, it } = globalThis as unknown as typeof Jest;

/** A store under test, and how to end it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  readonly close: () => Promise<void>;
}

const AT = '2022-06-30T08:00:00+07:00' as Instant;

const event = (n: number | string, data: unknown = { n }): NewEvent => ({
  type: 'SomethingNoted',
  v: 1,
  data,
  because: null,
  at: AT,
  actor: 'unit-1',
});

const write = (stream: string, expected: number, ...numbers: (number | string)[]): StreamWrite => ({
  stream,
  expected,
  events: numbers.map((n) => event(n)),
});

const at = (minute: number): Instant => `2022-07-01T00:${String(minute).padStart(2, '0')}:00+07:00` as Instant;
const numbersOf = (events: readonly RecordedEvent[]): unknown[] => events.map(({ data }) => (data as { n: unknown }).n);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/**
 * What every event store must keep to; run it against each of them.
 * @param factory makes a store that may share its log with others: each case has tenants of its own
 */
export function eventStoreContract(name: string, factory: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the event store's contract`, () => {
    let under: StoreUnderTest;
    let tenants = 0;
    const store = (): EventStore => under.store;
    const tenant = (): string => `tenant-${++tenants}`;

    beforeAll(async () => {
      under = await factory();
    });
    afterAll(() => under.close());

    describe('When nothing was written', () => {
      it('has no events, no head, no wake-ups and no keys', async () => {
        const t = tenant();
        expect(await store().readStream(t, 's')).toEqual([]);
        expect((await store().readStreams(t, ['s'])).size).toBe(0);
        expect(await store().readAll(t, 0)).toEqual([]);
        expect(await store().head(t)).toBe(0);
        expect(await store().dueWakeUps(t, at(59))).toEqual([]);
        expect(await store().earliestWakeUp(t)).toBeUndefined();
        expect(await store().recorded(t, 'k')).toBeUndefined();
      });
    });

    describe('When events are appended', () => {
      it('gives back all of each event, with its place in stream and log', async () => {
        const t = tenant();
        const odd = { text: 'Kế hoạch "số 1"\n\t\\ \u0000 𝄞', list: [1, 2.5, null, true], nested: { z: {}, a: [] } };
        const because = { rules: 'abc', rule: 'task 1.1', place: null };
        const given: NewEvent = { type: 'Tried', v: 2, data: odd, because, at: AT, actor: null };
        expect(await store().append(t, [{ stream: 's', expected: 0, events: [given] }])).toEqual({
          position: 1,
          replayed: false,
        });
        const [found, ...others] = await store().readStream(t, 's');
        expect(others).toEqual([]);
        const { recordedAt, ...rest } = found!;
        expect(rest).toEqual({ ...given, tenant: t, stream: 's', version: 1, position: 1 });
        expect(Number.isNaN(Date.parse(recordedAt))).toBe(false);
      });

      it.each([1, 2_000])('names who did what was done, and nobody for what the engine made of it (%d times)', async (times) => {
        const t = tenant();
        const by: Doer = { person: 'u-1', role: 'official', grant: 'g-1', lender: 'u-2' };
        const because = { rules: 'abc', rule: 'case', place: null };
        const event: NewEvent = { type: 'Tried', v: 1, data: {}, because, at: AT, actor: null };
        const three = [{ ...event, because: null, actor: 'unit' }, { ...event, actor: 'unit' }, event];
        const events = Array.from({ length: times }, () => three).flat();
        await store().append(t, [{ stream: 's', expected: 0, events }], { by });
        const [done, reasoned, made] = await store().readStream(t, 's');
        expect(done).toMatchObject({ because: null, actor: 'unit', by });
        expect(reasoned).toMatchObject({ because, actor: 'unit', by });
        expect(made).toMatchObject({ because, actor: null });
        expect(made).not.toHaveProperty('by');
        const replayed: RecordedEvent[] = [];
        for await (const batch of store().replay(t)) replayed.push(...batch);
        expect(replayed.map(canonicalLine)).toEqual((await store().readAll(t, 0)).map(canonicalLine));
        expect(replayed).toHaveLength(events.length);
      });

      it('numbers positions over all streams without gaps, in the order of the writes', async () => {
        const t = tenant();
        await store().append(t, [write('b', 0, 1, 2), write('a', 0, 3)]);
        expect(await store().append(t, [write('a', 1, 4, 5)])).toEqual({ position: 5, replayed: false });
        const log = await store().readAll(t, 0);
        expect(log.map(({ stream, version, position }) => [stream, version, position])).toEqual([
          ['b', 1, 1],
          ['b', 2, 2],
          ['a', 1, 3],
          ['a', 2, 4],
          ['a', 3, 5],
        ]);
        expect(numbersOf(log)).toEqual([1, 2, 3, 4, 5]);
        expect(await store().head(t)).toBe(5);
      });

      it('reads on from a version, from a position, and no more than the limit', async () => {
        const t = tenant();
        await store().append(t, [write('s', 0, ...upTo(5))]);
        expect(numbersOf(await store().readStream(t, 's', 3))).toEqual([4, 5]);
        expect(numbersOf(await store().readAll(t, 1, 2))).toEqual([2, 3]);
        expect(numbersOf(await store().readAll(t, 5))).toEqual([]);
      });

      it('reads several streams at once and leaves out those that do not exist', async () => {
        const t = tenant();
        await store().append(t, [write('a', 0, 1, 2), write('b', 0, 3)]);
        const found = await store().readStreams(t, ['b', 'none', 'a']);
        expect([...found.keys()].toSorted()).toEqual(['a', 'b']);
        expect(numbersOf(found.get('a')!)).toEqual([1, 2]);
        expect(numbersOf(found.get('b')!)).toEqual([3]);
      });

      it('takes a batch of thousands of events and streams', async () => {
        const t = tenant();
        const writes = upTo(1_200).map((n) => write(`s${n}`, 0, n, -n));
        expect(await store().append(t, writes)).toEqual({ position: 2_400, replayed: false });
        const log = await store().readAll(t, 0);
        expect(numbersOf(log)).toEqual(upTo(1_200).flatMap((n) => [n, -n]));
        expect(log.map(({ position }) => position)).toEqual(upTo(2_400));
        expect(numbersOf(await store().readStream(t, 's77'))).toEqual([77, -77]);
      });

      it('keeps tenants apart', async () => {
        const [one, other] = [tenant(), tenant()];
        await store().append(one, [{ ...write('s', 0, 1), wakeUp: at(1) }], { idempotencyKey: 'k' });
        await store().append(other, [write('s', 0, 2, 3)]);
        expect(numbersOf(await store().readAll(one, 0))).toEqual([1]);
        expect(numbersOf(await store().readAll(other, 0))).toEqual([2, 3]);
        expect(await store().head(other)).toBe(2);
        expect(await store().earliestWakeUp(other)).toBeUndefined();
        expect(await store().recorded(other, 'k')).toBeUndefined();
      });

      it('records nothing for a batch without events, and says where the log stands', async () => {
        const t = tenant();
        expect(await store().append(t, [])).toEqual({ position: 0, replayed: false });
        await store().append(t, [write('s', 0, 1)]);
        expect(await store().append(t, [{ stream: 's', expected: 1, events: [], wakeUp: at(3) }])).toEqual({
          position: 1,
          replayed: false,
        });
        expect(await store().earliestWakeUp(t)).toBe(at(3));
      });

      it('refuses a batch that names a stream twice', async () => {
        const t = tenant();
        await expect(store().append(t, [write('s', 0, 1), write('s', 1, 2)])).rejects.toThrow(TypeError);
        expect(await store().head(t)).toBe(0);
      });
    });

    describe('When a stream is not where the writer saw it', () => {
      it.each([
        ['too low', 1],
        ['too high', 3],
        ['zero', 0],
      ])('refuses an expectation that is %s', async (_case, expected) => {
        const t = tenant();
        await store().append(t, [write('s', 0, 1, 2)]);
        const refused = await store()
          .append(t, [write('s', expected, 9)])
          .catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(ConcurrencyConflict);
        expect(refused).toMatchObject({ code: 'store.conflict', stream: 's', expected, actual: 2 });
      });

      it('records none of the batch: no event, wake-up or key', async () => {
        const t = tenant();
        await store().append(t, [write('a', 0, 1)]);
        const writes = [{ ...write('b', 0, 2), wakeUp: at(1) }, write('a', 5, 3)];
        await expect(store().append(t, writes, { idempotencyKey: 'k' })).rejects.toThrow(ConcurrencyConflict);
        expect(numbersOf(await store().readAll(t, 0))).toEqual([1]);
        expect(await store().earliestWakeUp(t)).toBeUndefined();
        expect(await store().recorded(t, 'k')).toBeUndefined();
      });

      it('lets exactly one of many racing writers win, and tells the others where the stream stands', async () => {
        const t = tenant();
        const tries = await Promise.allSettled(upTo(8).map((n) => store().append(t, [write('s', 0, n)])));
        const won = tries.filter(({ status }) => status === 'fulfilled');
        expect(won).toHaveLength(1);
        for (const lost of tries) {
          if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'store.conflict', expected: 0, actual: 1 });
        }
        expect(await store().readAll(t, 0)).toHaveLength(1);
      });
    });

    describe('When a key comes back', () => {
      const options = { idempotencyKey: 'k', fingerprint: 'f1' };

      it('answers as the first time, and writes nothing', async () => {
        const t = tenant();
        await store().append(t, [write('s', 0, 1, 2)], options);
        await store().append(t, [write('other', 0, 3)]);
        expect(await store().append(t, [write('s', 0, 1, 2)], options)).toEqual({ position: 2, replayed: true });
        expect(await store().head(t)).toBe(3);
        expect(await store().recorded(t, 'k')).toEqual({ position: 2, fingerprint: 'f1' });
      });

      it('refuses another request under it', async () => {
        const t = tenant();
        await store().append(t, [write('s', 0, 1)], options);
        const other = store().append(t, [write('s', 1, 2)], { ...options, fingerprint: 'f2' });
        await expect(other).rejects.toThrow(IdempotencyMismatch);
        await expect(store().append(t, [write('s', 1, 2)], { idempotencyKey: 'k' })).rejects.toThrow(IdempotencyMismatch);
        expect(await store().head(t)).toBe(1);
      });

      it('writes once however many send it at the same time', async () => {
        const t = tenant();
        const answers = await Promise.all(upTo(6).map(() => store().append(t, [write('s', 0, 1)], options)));
        expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
        expect(new Set(answers.map(({ position }) => position))).toEqual(new Set([1]));
        expect(await store().readAll(t, 0)).toHaveLength(1);
      });
    });

    describe('When the clock must look again', () => {
      it('lists wake-ups by time and then stream, up to a time and a limit', async () => {
        const t = tenant();
        const waking = (stream: string, minute: number): StreamWrite => ({ ...write(stream, 0, 1), wakeUp: at(minute) });
        await store().append(t, [waking('d', 2), waking('b', 1), waking('c', 1), waking('a', 3)]);
        expect(await store().dueWakeUps(t, at(2))).toEqual([
          { stream: 'b', at: at(1) },
          { stream: 'c', at: at(1) },
          { stream: 'd', at: at(2) },
        ]);
        expect((await store().dueWakeUps(t, at(9), 1)).map(({ stream }) => stream)).toEqual(['b']);
        expect(await store().earliestWakeUp(t)).toBe(at(1));
      });

      it('moves a wake-up, keeps it where a write says nothing, and clears it with null', async () => {
        const t = tenant();
        await store().append(t, [{ ...write('s', 0, 1), wakeUp: at(1) }]);
        await store().append(t, [{ ...write('s', 1, 2), wakeUp: at(5) }]);
        expect(await store().earliestWakeUp(t)).toBe(at(5));
        await store().append(t, [write('s', 2, 3)]);
        expect(await store().earliestWakeUp(t)).toBe(at(5));
        await store().append(t, [{ ...write('s', 3, 4), wakeUp: null }]);
        expect(await store().earliestWakeUp(t)).toBeUndefined();
      });
    });

    describe('When the log is replayed', () => {
      it('gives every event as it is read otherwise, in order, from any position', async () => {
        const t = tenant();
        const odd = ['\t', '\\N', 'a\\tb', '"\n\r"', 'Thác', '\u0000\b\v'];
        await store().append(t, [write('s', 0, ...odd), write('odd\tname \\', 0, ...upTo(50))]);
        for (const after of [0, 3, 55, 56, 99]) {
          const replayed: RecordedEvent[] = [];
          for await (const events of store().replay(t, after)) replayed.push(...events);
          expect(replayed).toEqual(await store().readAll(t, after));
        }
      });

      it('may be left half-way, as often as one likes', async () => {
        const t = tenant();
        await store().append(t, [write('s', 0, ...upTo(20))]);
        for (const _ of upTo(30)) for await (const events of store().replay(t)) if (events.length > 0) break;
        expect(await store().head(t)).toBe(20);
      });
    });

    describe('When a fact is recorded', () => {
      it('refuses whatever was decided without knowing it, and records nothing of that', async () => {
        const t = tenant();
        const known = await store().append(t, [{ ...write('facts', 0, 1), isFact: true }]);
        await store().append(t, [write('a', 0, 2)], { knowing: known.position });
        const later = await store().append(t, [{ ...write('facts', 1, 3), isFact: true }]);
        await expect(store().append(t, [write('a', 1, 4)], { knowing: known.position })).rejects.toThrow(UnknownFact);
        expect(await store().head(t)).toBe(later.position);
        await store().append(t, [write('a', 1, 5)], { knowing: later.position });
        await store().append(t, [write('b', 0, 6)]);
        expect(await store().head(t)).toBe(later.position + 2);
      });

      it('refuses a batch of thousands, too', async () => {
        const t = tenant();
        await store().append(t, [{ ...write('facts', 0, 1), isFact: true }]);
        const many = upTo(3_000).map((n) => write(`s-${n}`, 0, n));
        await expect(store().append(t, many, { knowing: 0 })).rejects.toThrow(UnknownFact);
        expect(await store().head(t)).toBe(1);
      });

      it('wakes every stream of a prefix by its instant, and leaves earlier wake-ups and other streams', async () => {
        const t = tenant();
        await store().append(t, [
          { ...write('u/1', 0, 1), wakeUp: at(1) },
          { ...write('u/2', 0, 2), wakeUp: at(9) },
          write('u/3', 0, 3, 4),
          { ...write('v/1', 0, 5), wakeUp: at(9) },
        ]);
        await store().append(t, [write('facts', 0, 6)], { wake: [{ prefix: 'u/', at: at(5) }] });
        expect(await store().dueWakeUps(t, at(59))).toEqual([
          { stream: 'u/1', at: at(1) },
          { stream: 'u/2', at: at(5) },
          { stream: 'u/3', at: at(5) },
          { stream: 'v/1', at: at(9) },
        ]);
      });

      it('leaves a wake-up that was set for later since, where somebody slower writes what he woke', async () => {
        const t = tenant();
        const next = (stream: string, minute: number | null): StreamWrite => {
          return { stream, expected: 1, events: [], wakeUp: minute === null ? null : at(minute) };
        };
        const woken = (stream: string, minute: number | null): StreamWrite => ({ ...next(stream, minute), wokenAt: at(5) });
        const due = async () => (await store().dueWakeUps(t, at(59))).map(({ stream, at: then }) => [stream, then]);
        const begun = ['a', 'b', 'c', 'd'].map((stream) => ({ ...write(stream, 0, 1), wakeUp: at(5) }));
        await store().append(t, begun);
        await store().append(t, [woken('d', null), woken('c', 7)]); // as it should be: nothing was set since
        expect(await due()).toEqual(Object.entries({ a: at(5), b: at(5), c: at(7) }));
        await store().append(t, [next('a', 9), next('b', 9)]);
        await store().append(t, [woken('a', null), woken('b', 8), woken('c', 20)]);
        expect(await due()).toEqual(Object.entries({ c: at(7), b: at(8), a: at(9) }));
      });

      it('brings a wake-up forward, never back', async () => {
        const t = tenant();
        await store().append(t, [{ ...write('a', 0, 1), wakeNoLater: at(5) }]);
        await store().append(t, [{ ...write('a', 1, 2), wakeNoLater: at(9) }]);
        expect(await store().earliestWakeUp(t)).toBe(at(5));
        await store().append(t, [{ ...write('a', 2, 3), wakeNoLater: at(2) }]);
        expect(await store().earliestWakeUp(t)).toBe(at(2));
      });
    });

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
