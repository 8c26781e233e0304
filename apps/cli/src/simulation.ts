import { createWorkflow, loadScenario, runScenario, type ScenarioBundle } from '#workflow';
import { InMemoryEventStore, type EventStore, type RecordedEvent } from '#event-store';
import type { LocalDate } from '#engine';
import { readText } from './files.js';

/** A folder's scenario, lived through in memory. */
export interface Simulated {
  readonly bundle: ScenarioBundle;
  readonly events: readonly RecordedEvent[];
  /** Last day that was lived through. */
  readonly until: LocalDate;
}

/** Lives through a folder's scenario in memory, to a day or to the end of the last obligation. */
export async function simulateFolder(folder: string, until: LocalDate | undefined): Promise<Simulated> {
  const bundle = await loadScenario(folder, readText);
  return simulateIn(new InMemoryEventStore(), bundle, until);
}

/** Lives through a scenario in a store that is empty. */
export async function simulateIn(store: EventStore, bundle: ScenarioBundle, until: LocalDate | undefined): Promise<Simulated> {
  const workflow = createWorkflow(store);
  const run = await runScenario(workflow, bundle, { tenant: bundle.top, until: until ?? 'last-obligation' });
  return { bundle, events: await wholeLog(store, bundle.top), until: run.until ?? bundle.begins };
}

/** Every event of a tenant, page by page. */
export async function wholeLog(store: EventStore, tenant: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll(tenant, events.length);
    if (page.length === 0) return events;
    events.push(...page);
  }
}
