import type { ClientBase } from 'pg';
import type { OrganisationEvent, PlanCascaded, PlanIssued, RulesPublished, UnitPlanEvent, UnitPlanState } from '#engine';
import { ORGANISATION_STREAM } from '#engine';
import type { NewEvent, StreamWrite } from '#event-store';
import { projectPlans } from './project-plans.js';
import { projectUnitPlans } from './project-unit-plans.js';
import { projectUnits } from './project-units.js';
import type { PlanEnded, Projected } from './projected.js';
import { UnprojectableEvents } from './unprojectable-events.js';

const UNIT_PLAN_PREFIX = 'unit-plan/';

/** Writes what a batch says about plans, units and unit plans, on the connection that will record its events. */
export async function project(client: ClientBase, tenant: string, batch: Projected): Promise<void> {
  await projectPlans(client, tenant, batch);
  await projectUnits(client, tenant, batch.organisation);
  await projectUnitPlans(client, tenant, batch.unitPlans);
}

/**
 * Writes sorted by what they are about.
 * @throws UnprojectableEvents where a unit plan comes without its state
 */
export function sorted(writes: readonly StreamWrite[]): Projected {
  const batch: Projected = { published: [], issued: [], cascaded: [], ended: [], organisation: [], unitPlans: [] };
  for (const { stream, expected, events, state } of writes) {
    if (events.length === 0) continue;
    if (stream.startsWith(UNIT_PLAN_PREFIX)) {
      if (!isUnitPlanState(state)) throw new UnprojectableEvents(stream, 'state');
      batch.unitPlans.push({ state, events: events as readonly UnitPlanEvent[], fresh: expected === 0 });
    } else addEvents(batch, stream, events);
  }
  return batch;
}

const isUnitPlanState = (state: unknown): state is UnitPlanState =>
  typeof state === 'object' && state !== null && 'items' in state && state.items instanceof Map;

/** Sorts the events of a stream other than a unit plan's; those that nobody looks at are passed over. */
export function addEvents(batch: Projected, stream: string, events: readonly NewEvent[]): void {
  for (const event of events) {
    if (event.type === 'RulesPublished') batch.published.push(event.data as RulesPublished);
    else if (event.type === 'PlanIssued') batch.issued.push(event.data as PlanIssued);
    else if (event.type === 'PlanCascaded') batch.cascaded.push(event.data as PlanCascaded);
    else if (event.type === 'PlanEnded') batch.ended.push(event.data as PlanEnded);
    else if (stream === ORGANISATION_STREAM) batch.organisation.push(event as OrganisationEvent);
  }
}
