import { createWorkflow, type Workflow } from '#workflow';
import type { CalendarData } from '#engine';
import type { EventStore } from '#event-store';
import { timeliness } from '#read-models';

/** What the fleet lives with. A planted bug puts a wrapper around one of these, and must be found. */
export interface Parts {
  /** Around the log itself, below the projection of its reader and above nothing but memory. */
  store(inner: EventStore): EventStore;
  /** One process: its services and their caches. Called anew after each crash. */
  workflow(store: EventStore): Workflow;
  /** How an obligation stands at a moment. */
  readonly judge: typeof timeliness;
  /** What is published where a calendar is ordered. */
  published(calendar: CalendarData): CalendarData;
}

/** The real ones. */
export const REAL: Parts = {
  store: (inner) => inner,
  workflow: createWorkflow,
  judge: timeliness,
  published: (calendar) => calendar,
};
