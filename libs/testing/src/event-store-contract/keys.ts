import type * as Jest from '@jest/globals';
import { IdempotencyMismatch } from '#event-store';
import { upTo, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** A key lets a batch be written once. */
export function keys({ store, tenant }: Given): void {
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
}
