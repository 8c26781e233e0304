import type * as Jest from '@jest/globals';
import type { StreamWrite } from '#event-store';
import { at, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** When streams are to be looked at again. */
export function wakeUps({ store, tenant }: Given): void {
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
}
