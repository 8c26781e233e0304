import type * as Jest from '@jest/globals';
import { UnknownFact } from '#event-store';
import { at, upTo, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** What everybody who decides must know. */
export function facts({ store, tenant }: Given): void {
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
  });
}
