import type * as Jest from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import { upTo, write, type Given } from './given.js';

const { describe, expect, it } = globalThis as unknown as typeof Jest;

/** The whole log, a batch at a time. */
export function replay({ store, tenant }: Given): void {
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
}
