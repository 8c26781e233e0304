import type { Instant } from '#engine';
import type { WakeUp } from './port.js';

/** Into how many slots a tenant's wake-ups are split. */
export const SLOTS = 32;

/** Slot of the streams that lead: the organisation, the calendar, documents and plans. Unit plans are in the others. */
export const LEADING_SLOT = 0;

export const ALL_SLOTS: readonly number[] = Array.from({ length: SLOTS }, (_, slot) => slot);

/** Earliest wake-ups of a tenant, due or not; undefined where none stands. */
export interface Frontier {
  /** Of the streams that lead. */
  readonly leading: Instant | undefined;
  /** Of unit plans in the slots asked for. */
  readonly own: Instant | undefined;
  /** Of the slots asked for, those of unit plans that have one at {@link own}. */
  readonly ready: readonly number[];
  /** Of unit plans in the other slots. */
  readonly others: Instant | undefined;
}

/** A part of one slot's wake-ups. */
export interface SlotPart {
  readonly slot: number;
  readonly until: Instant;
  /** The last one that has been seen; null to begin with the first. */
  readonly after: WakeUp | null;
  readonly limit: number;
}

/** How many due wake-ups are how late: a histogram of the difference to "now". */
export interface Lateness {
  readonly tenant: string;
  /** Less than one second. */
  readonly second: number;
  /** One second to ten. */
  readonly seconds: number;
  /** Ten seconds to a minute. */
  readonly minute: number;
  /** One minute to ten. */
  readonly minutes: number;
  /** More than ten minutes. */
  readonly longer: number;
}

/** A unit plan that cannot be woken: looking at it fails, each time. */
export interface SetAside extends WakeUp {
  /** What it fails with. */
  readonly reason: string;
}

/**
 * A tenant's wake-ups by slots, for workers that share them. A stream is always in the same slot of one store; which one is the
 * store's own business.
 */
export interface WakeUpSlots {
  /** Where a tenant's time stands, seen by whoever holds these slots. */
  frontier(tenant: string, slots: readonly number[]): Promise<Frontier>;
  /**
   * Due wake-ups of one slot by time and then stream. Of a slot of unit plans nothing, as long as a leading wake-up stands
   * that is due by then.
   */
  dueIn(tenant: string, part: SlotPart): Promise<readonly WakeUp[]>;
  /** Tenants of which any wake-up is due by an instant, by name. */
  dueTenants(until: Instant): Promise<readonly string[]>;
  /**
   * Takes wake-ups out of the way of the others, each noted with its reason until it is asked for again. Those that have moved since
   * stay. Whatever is recorded of such a unit plan later, or concerns it, wakes it again.
   */
  setAside(tenant: string, stuck: readonly SetAside[]): Promise<void>;
}

/** The workers that share the wake-ups, and the time that all of them go by. */
export interface ClockMembers {
  /** Says that a worker lives. Answers the time, and all workers that live, this one included, by name. */
  beat(worker: string): Promise<Beat>;
  /** Says that a worker has ended: the others share out its slots at their next beat. */
  leave(worker: string): Promise<void>;
  /** The time, by the one clock that decides. */
  now(): Promise<Instant>;
}

export interface Beat {
  readonly now: Instant;
  readonly workers: readonly string[];
}

/** The frontier by the earliest wake-up of each slot that has any, as whoever holds some slots sees it. */
export function frontierOf(first: ReadonlyMap<number, Instant>, slots: readonly number[]): Frontier {
  const held = new Set(slots);
  const leading = first.get(LEADING_SLOT);
  const unitPlans = [...first].filter(([slot]) => slot !== LEADING_SLOT);
  const own = least(unitPlans.filter(([slot]) => held.has(slot)));
  const others = least(unitPlans.filter(([slot]) => !held.has(slot)));
  const ready = unitPlans.filter(([slot, at]) => held.has(slot) && at === own).map(([slot]) => slot);
  return { leading, own, ready, others };
}

const least = (places: readonly (readonly [number, Instant])[]): Instant | undefined => places.map(([, at]) => at).toSorted()[0];
