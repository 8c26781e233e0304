import type { Instant } from '#engine';
import type { EventStore, WakeUp } from './port.js';
import {
  frontierOf,
  LEADING_SLOT,
  SLOTS,
  type Frontier,
  type SetAside,
  type SlotPart,
  type WakeUpSlots,
} from './wake-up-slots.js';

/** Slot of a stream where the store does not say: any fixed split would do. */
export function slotOf(stream: string): number {
  if (!stream.startsWith('unit-plan/')) return LEADING_SLOT;
  let hash = 7;
  for (let place = 0; place < stream.length; place++) hash = (hash * 33 + stream.charCodeAt(place)) % 1_000_003;
  return 1 + (hash % (SLOTS - 1));
}

/** Wake-ups by slots over a store that has no slots itself: reads all that stand, so for memory and for tests. */
export class PlainWakeUpSlots implements WakeUpSlots {
  /** Instants of those set aside, by tenant and stream. */
  private readonly aside = new Map<string, Instant>();

  constructor(
    private readonly store: Pick<EventStore, 'dueWakeUps'>,
    private readonly tenants: () => Iterable<string>,
  ) {}

  async frontier(tenant: string, slots: readonly number[]): Promise<Frontier> {
    const first = new Map<number, Instant>();
    for (const { stream, at } of await this.standing(tenant, LAST)) {
      const slot = slotOf(stream);
      if (!first.has(slot)) first.set(slot, at);
    }
    return frontierOf(first, slots);
  }

  async dueIn(tenant: string, { slot, until, after, limit }: SlotPart): Promise<readonly WakeUp[]> {
    const due = await this.standing(tenant, until);
    if (slot !== LEADING_SLOT && due.some(({ stream }) => slotOf(stream) === LEADING_SLOT)) return [];
    return due.filter((wakeUp) => slotOf(wakeUp.stream) === slot && (after === null || isAfter(wakeUp, after))).slice(0, limit);
  }

  async dueTenants(until: Instant): Promise<readonly string[]> {
    const found: string[] = [];
    for (const tenant of this.tenants()) if ((await this.standing(tenant, until)).length > 0) found.push(tenant);
    return found.toSorted();
  }

  async setAside(tenant: string, stuck: readonly SetAside[]): Promise<void> {
    for (const { stream, at } of stuck) this.aside.set(`${tenant}\n${stream}`, at);
  }

  private async standing(tenant: string, until: Instant): Promise<readonly WakeUp[]> {
    const due = await this.store.dueWakeUps(tenant, until, Number.MAX_SAFE_INTEGER);
    return due.filter(({ stream, at }) => this.aside.get(`${tenant}\n${stream}`) !== at);
  }
}

/** Later than any instant. */
const LAST = '9999-12-31T23:59:59+07:00' as Instant;

const isAfter = (a: WakeUp, b: WakeUp): boolean => a.at > b.at || (a.at === b.at && a.stream > b.stream);
