import { ALL_SLOTS, SLOTS } from '#event-store';

export interface ShareQuery {
  readonly tenant: string;
  /** Whose share. */
  readonly worker: string;
  /** All workers that live, in any order. */
  readonly workers: readonly string[];
}

/**
 * Slots of a tenant that are a worker's, the same by whomever it is worked out: nobody hands them out. Shares differ by one slot
 * at most for up to 32 workers, and few slots move where a worker comes or goes. None for a worker that is not among those that
 * live.
 */
export function shareOf({ tenant, worker, workers }: ShareQuery): readonly number[] {
  const most = Math.ceil(SLOTS / workers.length);
  const taken = new Map(workers.map((each) => [each, 0]));
  return ALL_SLOTS.filter((slot) => {
    const holder = holderOf({ tenant, slot, most }, taken);
    taken.set(holder, (taken.get(holder) ?? 0) + 1);
    return holder === worker;
  });
}

interface Place {
  readonly tenant: string;
  readonly slot: number;
  /** Most slots that one worker holds. */
  readonly most: number;
}

/** Of the workers whose hands are not full, the one that the slot's lot falls on. */
function holderOf({ tenant, slot, most }: Place, taken: ReadonlyMap<string, number>): string {
  let holder = '';
  let highest = -1;
  for (const [worker, count] of taken) {
    const lot = lotOf(`${tenant}/${slot}/${worker}`);
    if (count >= most || lot < highest || (lot === highest && worker < holder)) continue;
    holder = worker;
    highest = lot;
  }
  return holder;
}

/** FNV-1a with a last mixing, so that names that differ in one letter fall far apart. */
function lotOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
