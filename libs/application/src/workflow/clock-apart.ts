import type { Instant } from '#engine';
import type { EventStore, SetAside } from '#event-store';
import { wakeUnitPlans, type Woken } from './clock-waking.js';
import { TenantKnowledge } from './tenant-knowledge.js';

/** Longest reason that is kept. */
const MOST_SAID = 500;

/** Unit plans woken one by one, and those among them that cannot be. */
export interface WokenApart {
  readonly woken: Woken;
  readonly stuck: readonly SetAside[];
}

/**
 * Wakes each unit plan by itself, where together it failed: the engine is a function of what was recorded, so what fails now fails
 * each time, and must not hold up the others.
 * @throws what the store throws: that is no unit plan's fault
 */
export async function wakeApart(known: TenantKnowledge, streams: readonly string[], at: Instant): Promise<WokenApart> {
  const ofStore = new Set<unknown>();
  const own = new TenantKnowledge(noting(known.store, ofStore), known.tenant);
  const woken: Woken[] = [];
  const stuck: SetAside[] = [];
  for (const stream of streams) {
    try {
      woken.push(await wakeUnitPlans(own, [stream], at));
    } catch (error) {
      if (ofStore.has(error)) throw error;
      stuck.push({ stream, at, reason: String(error).slice(0, MOST_SAID) });
    }
  }
  const knowing = woken.length === 0 ? known.knowing : Math.min(...woken.map((each) => each.knowing));
  return { woken: { writes: woken.flatMap(({ writes }) => writes), knowing }, stuck };
}

/** A store that notes with what it fails. */
const noting = (store: EventStore, failures: Set<unknown>): EventStore =>
  new Proxy(store, {
    get(target, name: keyof EventStore) {
      const method = target[name] as (...of: never[]) => unknown;
      return async (...args: never[]) => {
        try {
          return await method.apply(target, args);
        } catch (error) {
          failures.add(error);
          throw error;
        }
      };
    },
  });
