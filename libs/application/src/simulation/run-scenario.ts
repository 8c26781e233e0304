import { LAST_YEAR, type Instant, type LocalDate, type PlanId } from '#engine';
import type { Workflow } from '../workflow/workflow.js';
import type { ScenarioBundle } from './bundle.js';
import { ScenarioDriver } from './driver.js';
import { lastSecondOf } from './mirror.js';
import type { ScenarioOptions } from './progress.js';
import { stepKey } from './steps.js';

export interface ScenarioResult {
  /** The plan at the top; null where none has been issued by `until`. */
  readonly root: PlanId | null;
  /** False where it was stopped. */
  readonly isWhole: boolean;
  /** Last day that was lived through; null where that is as long as anything happens. */
  readonly until: LocalDate | null;
  /** Events in the log. */
  readonly events: number;
}

/** The end of all dates. */
const NEVER: Instant = lastSecondOf(`${LAST_YEAR}-12-31`);

/**
 * Lives through a scenario in virtual time: its actions, everybody's habits and the engine's clock, in the order of time. Over
 * any store, with the same events in the same order. A run that was interrupted, however hard, goes on where it stopped when it
 * is begun again with the same bundle, and doubles nothing; meanwhile the clock on the wall leaves the tenant alone. Cost: linear in what happens.
 *
 * @throws ScenarioRefused when an action is not possible at its moment; what came before it stays recorded
 */
export async function runScenario(workflow: Workflow, bundle: ScenarioBundle, options: ScenarioOptions): Promise<ScenarioResult> {
  const { tenant, until } = options;
  const { store } = workflow;
  if (until !== undefined) return liveThrough(workflow, bundle, options);
  if (await isLoaded(workflow, bundle, tenant)) {
    return { root: null, isWhole: true, until: null, events: await store.head(tenant) };
  }
  await workflow.clock.hold(tenant);
  const result = await liveThrough(workflow, bundle, options);
  if (result.isWhole) {
    await store.append(tenant, [], { idempotencyKey: stepKey(bundle.hash, 'done') });
    await workflow.clock.release(tenant);
  }
  return result;
}

async function liveThrough(workflow: Workflow, bundle: ScenarioBundle, options: ScenarioOptions): Promise<ScenarioResult> {
  const { tenant, until, signal } = options;
  const driver = new ScenarioDriver(workflow, bundle, options);
  const end = (): Instant => endOf(until, driver);
  const goesOn = (): boolean => signal?.aborted !== true;
  if (lastSecondOf(bundle.begins) <= end()) await driver.setUp();
  for (let at = driver.next(); at !== undefined && at <= end() && goesOn(); at = driver.next()) await driver.live(at);
  if (goesOn()) await driver.runClock(end(), goesOn);
  const lived = until === 'last-obligation' ? driver.lastDay : (until ?? null);
  return { root: driver.root, isWhole: goesOn(), until: lived, events: await workflow.store.head(tenant) };
}

function endOf(until: ScenarioOptions['until'], { lastDay }: ScenarioDriver): Instant {
  if (until === undefined) return NEVER;
  return lastSecondOf(until === 'last-obligation' ? lastDay : until);
}

/** True where a store holds the whole of a scenario. */
export async function isLoaded({ store }: Workflow, { hash }: ScenarioBundle, tenant: string): Promise<boolean> {
  return (await store.recorded(tenant, stepKey(hash, 'done'))) !== undefined;
}

/** True where a store holds at least the beginning of a scenario. */
export async function isBegun({ store }: Workflow, { hash }: ScenarioBundle, tenant: string): Promise<boolean> {
  return (await store.recorded(tenant, stepKey(hash, 0))) !== undefined;
}
