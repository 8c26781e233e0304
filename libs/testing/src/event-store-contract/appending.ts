import type * as Jest from '@jest/globals';
import type { Doer } from '#contracts';
import { canonicalLine, type NewEvent, type RecordedEvent } from '#event-store';
import { AT, at, numbersOf, upTo, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** What is written, and how it is read again. */
export function appending({ store, tenant }: Given): void {
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
}
