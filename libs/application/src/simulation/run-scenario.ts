import { LAST_YEAR, type Instant, type PlanId } from '#engine';
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
  /** Events in the log. */
  readonly events: number;
}

/** The end of all dates. */
const NEVER: Instant = lastSecondOf(`${LAST_YEAR}-12-31`);

/**
 * Lives through a scenario in virtual time: its actions, everybody's habits and the engine's clock, in the order of time. Over
 * any store, with the same events in the same order. A run that was interrupted, however hard, goes on where it stopped when it
 * is begun again with the same bundle, and doubles nothing. Cost: linear in what happens.
 *
 * @throws ScenarioRefused when an action is not possible at its moment; what came before it stays recorded
 */
export async function runScenario(workflow: Workflow, bundle: ScenarioBundle, options: ScenarioOptions): Promise<ScenarioResult> {
  const { tenant, until, signal } = options;
  const driver = new ScenarioDriver(workflow, bundle, options);
  if (until === undefined && (await isLoaded(workflow, bundle, tenant))) {
    return { root: null, isWhole: true, events: await workflow.store.head(tenant) };
  }
  const end = until === undefined ? NEVER : lastSecondOf(until);
  const stopped = (): boolean => signal?.aborted === true;
  if (lastSecondOf(bundle.begins) <= end) await driver.setUp();
  for (let at = driver.next(); at !== undefined && at <= end && !stopped(); at = driver.next()) await driver.live(at);
  if (!stopped()) await driver.runClock(end, () => !stopped());
  const isWhole = !stopped();
  if (isWhole && until === undefined) await workflow.store.append(tenant, [], { idempotencyKey: stepKey(bundle.hash, 'done') });
  return { root: driver.root, isWhole, events: await workflow.store.head(tenant) };
}

/** True where a store holds the whole of a scenario. */
export async function isLoaded({ store }: Workflow, { hash }: ScenarioBundle, tenant: string): Promise<boolean> {
  return (await store.recorded(tenant, stepKey(hash, 'done'))) !== undefined;
}

/** True where a store holds at least the beginning of a scenario. */
export async function isBegun({ store }: Workflow, { hash }: ScenarioBundle, tenant: string): Promise<boolean> {
  return (await store.recorded(tenant, stepKey(hash, 0))) !== undefined;
}
