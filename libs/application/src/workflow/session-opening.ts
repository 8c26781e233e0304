import { sourcesOf, type Instant, type PlanId } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { TenantKnowledge } from './tenant-knowledge.js';
import { foldRecorded, UnitPlanSession } from './unit-plan-session.js';

/** A session over recorded unit plans, with every plan that sets anything in them (and `plans` besides) at hand. */
export async function openSession(
  known: TenantKnowledge,
  streams: ReadonlyMap<string, readonly RecordedEvent[]>,
  at: Instant,
  plans: readonly PlanId[] = [],
): Promise<UnitPlanSession> {
  const states = [...streams].map(([stream, events]) => [stream, foldRecorded(events)] as const);
  const sources = new Set([...plans, ...states.flatMap(([, state]) => [...sourcesOf(state)])]);
  const context = await known.rulesContext(sources, at);
  const session = new UnitPlanSession(at, context, known.knowing);
  for (const [stream, state] of states) session.load(stream, state);
  return session;
}
