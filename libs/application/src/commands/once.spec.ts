import type { Instant, UnitId } from '#engine';
import { IdempotencyMismatch, InMemoryEventStore } from '#event-store';
import { describe, expect, it } from '@jest/globals';
import { once } from './once.js';

const scope = { tenant: 't', actor: 'u' as UnitId, idempotencyKey: 'k', fingerprint: 'f' };
const refused = new Error('refused');
const event = { type: 'E', v: 1, data: {}, because: null, at: '2022-07-01T08:00:00+07:00' as Instant, actor: null };

/** A store in which a twin of the request is carried out while ours is under way. */
function withTwin(fingerprint: string) {
  const store = new InMemoryEventStore();
  let tries = 0;
  const work = async (): Promise<string> => {
    tries += 1;
    if (await store.recorded('t', 'k')) return 'the answer of the twin';
    await store.append('t', [{ stream: 's', expected: 0, events: [event] }], { idempotencyKey: 'k', fingerprint });
    throw refused;
  };
  return { store, work, tries: () => tries };
}

describe('A write that arrives twice at once', () => {
  it('gets the answer of its twin where that one won', async () => {
    const { store, work, tries } = withTwin('f');
    await expect(once(store, scope, work)).resolves.toBe('the answer of the twin');
    expect(tries()).toBe(2);
  });

  it('is refused where the twin was another request', async () => {
    const { store, work, tries } = withTwin('other');
    await expect(once(store, scope, work)).rejects.toThrow(IdempotencyMismatch);
    expect(tries()).toBe(1);
  });

  it('fails as it failed where there was no twin, or no key', async () => {
    const failing = async (): Promise<never> => {
      throw refused;
    };
    await expect(once(new InMemoryEventStore(), scope, failing)).rejects.toBe(refused);
    await expect(once(new InMemoryEventStore(), { tenant: 't', actor: 'u' as UnitId }, failing)).rejects.toBe(refused);
  });
});
