import { localDateOf, type Instant, type OrganisationEvent } from '#engine';
import type { EventStore, RecordedEvent } from '#event-store';

/**
 * Which part of a log is looked at: what had been recorded up to a position (what the system knew), or what had taken effect by an
 * instant (what held, also where it was recorded later).
 */
export type Cut = { readonly by: 'recorded'; readonly position: number } | { readonly by: 'effective'; readonly at: Instant };

/** A moment that is asked about. */
export interface Moment {
  readonly at: Instant;
  /** Meant by time of recording; by time of effect unless told. */
  readonly recorded?: boolean;
}

/** The cut that a moment makes. */
export async function cutOf(store: Pick<EventStore, 'readAll' | 'head'>, tenant: string, moment: Moment): Promise<Cut> {
  if (moment.recorded !== true) return { by: 'effective', at: moment.at };
  return { by: 'recorded', position: await positionAt(store, tenant, moment.at) };
}

/**
 * Position of the last event that was recorded by an instant; 0 where none was. Times of recording grow with positions: as many
 * single events are read as the log's length has binary digits.
 */
export async function positionAt(store: Pick<EventStore, 'readAll' | 'head'>, tenant: string, at: Instant): Promise<number> {
  const wanted = Date.parse(at) + LAST_OF_SECOND;
  let [known, beyond] = [0, (await store.head(tenant)) + 1];
  while (beyond - known > 1) {
    const middle = Math.floor((known + beyond) / 2);
    const [event] = await store.readAll(tenant, middle - 1, 1);
    if (event && Date.parse(event.recordedAt) <= wanted) known = middle;
    else beyond = middle;
  }
  return known;
}

/** An instant means its whole second: those of the engine are no finer. */
const LAST_OF_SECOND = 999;

/** True for an event that a cut leaves in. Of the organisation, what holds by then counts, whenever it was recorded. */
export function isIn(cut: Cut, event: RecordedEvent): boolean {
  if (cut.by === 'recorded') return event.position <= cut.position;
  if (event.stream !== 'organisation') return event.at <= cut.at;
  return (event.data as OrganisationEvent['data']).from <= localDateOf(cut.at);
}
