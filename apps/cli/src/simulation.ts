import { createWorkflow, loadScenario, runScenario, type ScenarioBundle } from '#application';
import { InMemoryEventStore, type RecordedEvent } from '#event-store';
import type { LocalDate } from '#engine';
import { readText } from './files.js';

/** A folder's scenario, lived through in memory. */
export interface Simulated {
  readonly bundle: ScenarioBundle;
  readonly events: readonly RecordedEvent[];
}

/** Lives through a folder's scenario in memory. */
export async function simulateFolder(folder: string, until: LocalDate | undefined): Promise<Simulated> {
  const bundle = await loadScenario(folder, readText);
  const workflow = createWorkflow(new InMemoryEventStore());
  await runScenario(workflow, bundle, { tenant: bundle.top, ...(until && { until }) });
  return { bundle, events: await wholeLog(workflow.store, bundle.top) };
}

interface Log {
  readAll(tenant: string, after: number): Promise<readonly RecordedEvent[]>;
}

/** Every event of a tenant, page by page. */
export async function wholeLog(store: Log, tenant: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll(tenant, events.length);
    if (page.length === 0) return events;
    events.push(...page);
  }
}
