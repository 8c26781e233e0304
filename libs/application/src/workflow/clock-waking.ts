import type { Instant } from '#engine';
import { ConcurrencyConflict, type EventStore, type StreamWrite, UnknownFact } from '#event-store';
import { openSession } from './session-opening.js';
import type { TenantKnowledge } from './tenant-knowledge.js';

/** What was written of it. */
export interface Written {
  readonly writes: readonly StreamWrite[];
  /** True where somebody who is not the clock had to wait for it. */
  readonly isInTheWay: boolean;
}

/** What waking unit plans at an instant writes. */
export interface Woken {
  readonly writes: readonly StreamWrite[];
  /** Position of the last fact that was known. */
  readonly knowing: number;
}

/** Lets time catch up with unit plans, in memory: what is to be written, their next wake-ups included. */
export async function wakeUnitPlans(known: TenantKnowledge, streams: readonly string[], at: Instant): Promise<Woken> {
  const loaded = await known.store.readStreams(known.tenant, streams);
  const session = await openSession(known, loaded, at);
  for (const stream of loaded.keys()) session.catchUp(stream);
  // A slower clock knows less of what has been set for later than whoever set it.
  const writes = session.writes(new Set(streams)).map((write) => ({ ...write, wokenAt: at }));
  return { writes, knowing: session.knowing };
}

export const eventsOf = (writes: readonly StreamWrite[]): number => writes.reduce((sum, { events }) => sum + events.length, 0);

/**
 * Appends what stands as it was decided on. Where somebody else wrote to some of the streams meanwhile, those are left out, to be
 * woken again, and the others are written.
 * @throws UnknownFact where all of it must be decided again
 */
export async function appendThoseUnmoved(store: EventStore, tenant: string, { writes, knowing }: Woken): Promise<Written> {
  for (let rest = writes; ; ) {
    try {
      if (rest.length === 0) return { writes: rest, isInTheWay: false };
      const { isInTheWay = false } = await store.append(tenant, rest, { knowing });
      return { writes: rest, isInTheWay };
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict) || error instanceof UnknownFact) throw error;
      const unmoved = await unmovedOf(store, tenant, rest);
      if (unmoved.length === rest.length) throw error;
      rest = unmoved;
    }
  }
}

async function unmovedOf(store: EventStore, tenant: string, writes: readonly StreamWrite[]): Promise<readonly StreamWrite[]> {
  const standing = await store.readStreams(
    tenant,
    writes.map(({ stream }) => stream),
  );
  return writes.filter(({ stream, expected }) => (standing.get(stream)?.length ?? 0) === expected);
}
