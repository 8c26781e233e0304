import { createWorkflow, type Workflow } from '#workflow';
import type { Instant, UnitPlanEvent, UnitPlanState } from '#engine';
import type { EventStore, WakeUp } from '#event-store';
import { BentStore } from './bent-store.js';
import { TENANT } from './house.js';
import { PassingStore } from './passing-store.js';
import { REAL, type Parts } from './parts.js';

/** Things broken in what happens while the clock is behind: one at a time. */
export const PLANTED_BUGS_OF_LATENESS: Readonly<Record<string, () => Parts>> = {
  'a late clock counts what was due before a calendar with it': () => ({
    ...REAL,
    workflow: (store) => knowing(createWorkflow(store), (way, newest) => ({ ...way, context: newest })),
  }),
  'who acts before the clock counts what was due before a fact with it': () => ({
    ...REAL,
    workflow: (store) => knowing(createWorkflow(store), (way) => ({ ...way, earlier: [] })),
  }),
  'of two facts that a late clock comes to it forgets the second': () => ({
    ...REAL,
    store: (inner) =>
      new BentStore(inner, {
        writes: (writes) => writes.map((write) => (FACTS.has(write.stream) && write.wakeUp ? { ...write, wakeUp: null } : write)),
      }),
  }),
  'a sum goes on without those whose reports come to it': () => ({
    ...REAL,
    store: (inner) =>
      new BentStore(inner, { events: (events, { state }) => events.map((event) => withInputsAsBefore(event, state)) }),
  }),
  'somebody acts for a unit that is no more': () => ({
    ...REAL,
    workflow: (store) => createWorkflow(new BlindStore(store)),
  }),
};

const FACTS: ReadonlySet<string> = new Set(['calendar', 'documents']);

function withInputsAsBefore(event: UnitPlanEvent, state: UnitPlanState | undefined): UnitPlanEvent {
  if (event.type !== 'UnitPlanReaddressed') return event;
  const reports = event.data.reports.map((each) => ({
    ...each,
    inputs: state?.reports.get(each.report)?.inputs ?? each.inputs,
  }));
  return { ...event, data: { ...event.data, reports } };
}

type Known = ReturnType<Workflow['knowledge']['of']>;
type Way = Awaited<ReturnType<Known['way']>>;

/** After everything that any life records. */
const LATER = '2029-12-31T00:00:00+07:00' as Instant;

/** A process that goes another way; it may be told the calendar that is the newest, whenever it holds. */
function knowing(workflow: Workflow, change: (way: Way, newest: Way['context']) => Way): Workflow {
  const known = workflow.knowledge.of(TENANT);
  const way = known.way.bind(known);
  Object.assign(known, {
    way: async (...of: Parameters<Known['way']>) => {
      const own = await way(...of);
      const { calendar, calendarSince } = await known.rulesContext([], LATER);
      return change(own, { ...own.context, calendar, calendarSince });
    },
  });
  return workflow;
}

/** Who asks for the first that is due is told that there is nothing: so asks nobody but whoever is about to act. */
class BlindStore extends PassingStore {
  override append(...of: Parameters<EventStore['append']>): ReturnType<EventStore['append']> {
    return this.inner.append(...of);
  }

  override async dueWakeUps(tenant: string, until: Instant, limit?: number): Promise<readonly WakeUp[]> {
    return limit === 1 ? [] : this.inner.dueWakeUps(tenant, until, limit);
  }
}
