import { sourcesOf, type Instant, type PlanId } from '#engine';
import type { RecordedEvent } from '#event-store';
import type { TenantKnowledge } from './tenant-knowledge.js';
import { UnitPlanSession } from './unit-plan-session.js';

/** A session over recorded unit plans, with every plan that sets anything in them (and `plans` besides) at hand. */
export async function openSession(
  known: TenantKnowledge,
  streams: ReadonlyMap<string, readonly RecordedEvent[]>,
  at: Instant,
  plans: readonly PlanId[] = [],
): Promise<UnitPlanSession> {
  const states = [...streams].map(([stream, recorded]) => ({ stream, recorded, state: known.states.of(stream, recorded) }));
  const sources = new Set([...plans, ...states.flatMap(({ state }) => [...sourcesOf(state)])]);
  const session = UnitPlanSession.along(await known.way(sources, at));
  for (const { stream, ...of } of states) session.hold(stream, of);
  await loadInputs(session, known);
  return session;
}

/** Consolidations that close now take in what others have sent: theirs are read in one go, once or twice where closings follow. */
async function loadInputs(session: UnitPlanSession, { store, tenant, states }: TenantKnowledge): Promise<void> {
  for (let wanted = session.wanting(); wanted.length > 0; wanted = session.wanting()) {
    const read = await store.readStreams(tenant, wanted);
    for (const stream of wanted) {
      const recorded = read.get(stream) ?? [];
      if (recorded.length === 0) session.load(stream, recorded, true);
      else session.hold(stream, { recorded, state: states.of(stream, recorded), isInput: true });
    }
  }
}
