import type * as Jest from '@jest/globals';
import { ConcurrencyConflict } from '#event-store';
import { at, numbersOf, upTo, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** Who writes to a stream says where he saw it. */
export function expectedVersions({ store, tenant }: Given): void {
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
}
