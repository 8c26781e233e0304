import { CALENDAR_STREAM, DOCUMENTS_STREAM, type DocumentEvent, type PlanId } from '#engine';
import type { EventStore, WakeUp } from '#event-store';

/** Streams whose events concern unit plans that then react to them. */
export const FACT_STREAMS: ReadonlySet<string> = new Set([CALENDAR_STREAM, DOCUMENTS_STREAM]);

/**
 * Has the clock look at every unit plan that a recorded fact may concern. An append of its own, after that of the fact: unit
 * plans recorded before the fact are all there by now, and those recorded after it were decided knowing it.
 */
export async function wakeThoseConcerned(store: EventStore, tenant: string, { stream, at }: WakeUp): Promise<void> {
  const events = await store.readStream(tenant, stream);
  // What holds from later on is an errand of its own: whoever is woken now does not know of it yet.
  const later = events.find((event) => event.at > at)?.at ?? null;
  const done = { stream, expected: events.length, events: [], wakeUp: later };
  if (stream === CALENDAR_STREAM) {
    await store.append(tenant, [done], { wake: [{ prefix: 'unit-plan/', at }] });
    return;
  }
  const plans = events.filter((event) => event.at >= at).map(({ data }) => (data as DocumentEvent['data']).plan);
  const roots = await Promise.all([...new Set(plans)].map((plan) => rootOf(store, tenant, plan)));
  await store.append(tenant, [done], { wake: [...new Set(roots)].map((root) => ({ prefix: `unit-plan/${root}/`, at })) });
}

async function rootOf(store: EventStore, tenant: string, plan: PlanId): Promise<string> {
  const [issued] = await store.readStream(tenant, `plan/${plan}`);
  return (issued?.data as { root?: string } | undefined)?.root ?? plan;
}
