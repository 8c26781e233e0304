import { CALENDAR_STREAM, DOCUMENTS_STREAM, ORGANISATION_STREAM, type Instant, type PlanIssued } from '#engine';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import { openSession } from '../../workflow/session-opening.js';
import { createWorkflow, type Workflow } from '../../workflow/workflow.js';

const FACTS: ReadonlySet<string> = new Set([CALENDAR_STREAM, DOCUMENTS_STREAM, ORGANISATION_STREAM]);
const UNIT_PLAN = 'unit-plan/';
const PLAN = 'plan/';

/** Unit plans whose wake-ups are worked out at once. */
const AT_ONCE = 500;

/**
 * A copy of history in memory, as it stood at an instant: the same events, and everything that is due woken on its day. What is done
 * to it touches nothing else.
 */
export async function worldOf(tenant: string, events: readonly RecordedEvent[], at: Instant): Promise<Workflow> {
  const store = new InMemoryEventStore();
  const workflow = createWorkflow(store);
  const versions = new Map<string, number>();
  for (const event of events) {
    const expected = versions.get(event.stream) ?? 0;
    versions.set(event.stream, expected + 1);
    const write = { stream: event.stream, expected, events: [event], ...(FACTS.has(event.stream) && { isFact: true as const }) };
    await store.append(tenant, [write]);
  }
  await wakeUnitPlans(workflow, { tenant, at, streams: [...versions.keys()].filter((stream) => stream.startsWith(UNIT_PLAN)) });
  await wakeLeading(workflow, { tenant, at, versions });
  return workflow;
}

interface Waking {
  readonly tenant: string;
  readonly at: Instant;
}

async function wakeUnitPlans(
  { store, knowledge }: Workflow,
  { tenant, at, streams }: Waking & { readonly streams: readonly string[] },
) {
  for (let first = 0; first < streams.length; first += AT_ONCE) {
    const some = streams.slice(first, first + AT_ONCE);
    const session = await openSession(knowledge.of(tenant), await store.readStreams(tenant, some), at);
    await store.append(tenant, session.writes(new Set(some)));
  }
}

/** Cascades that are not whole, and changes of the organisation that lie ahead. */
async function wakeLeading(
  { store, knowledge }: Workflow,
  { tenant, at, versions }: Waking & { readonly versions: ReadonlyMap<string, number> },
): Promise<void> {
  const changes = [...(await knowledge.of(tenant).organisationChanges()).keys()].filter((change) => change >= at).sort();
  const next = changes[0] ?? null;
  const organisation = versions.get(ORGANISATION_STREAM);
  if (organisation !== undefined)
    await store.append(tenant, [{ stream: ORGANISATION_STREAM, expected: organisation, events: [], wakeUp: next }]);
  for (const [stream, expected] of versions) {
    if (!stream.startsWith(PLAN)) continue;
    const recorded = await store.readStream(tenant, stream);
    const isWhole = recorded.some(({ type }) => type === 'PlanCascaded');
    const isTop = (recorded[0]?.data as PlanIssued | undefined)?.parent === null;
    const wakeUp = isWhole ? (isTop ? next : null) : (recorded[0]?.at ?? null);
    await store.append(tenant, [{ stream, expected, events: [], wakeUp }]);
  }
}
