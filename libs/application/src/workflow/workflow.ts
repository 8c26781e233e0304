import type { EventStore } from '#event-store';
import { ClockRunner } from './clock-runner.js';
import { DocumentService } from './document-service.js';
import { OrganisationService } from './organisation-service.js';
import { PlanService } from './plan-service.js';
import { RulesService } from './rules-service.js';
import { Knowledge } from './tenant-knowledge.js';
import { UnitPlanService } from './unit-plan-service.js';

/** Everything that can be done to a log, without a framework: the same over PostgreSQL and in memory. */
export interface Workflow {
  readonly store: EventStore;
  readonly knowledge: Knowledge;
  readonly organisation: OrganisationService;
  readonly rules: RulesService;
  readonly plans: PlanService;
  readonly unitPlans: UnitPlanService;
  readonly documents: DocumentService;
  readonly clock: ClockRunner;
}

/** Puts the services together over one store. */
export function createWorkflow(store: EventStore): Workflow {
  const knowledge = new Knowledge(store);
  const plans = new PlanService(store, knowledge);
  return {
    store,
    knowledge,
    plans,
    organisation: new OrganisationService(store),
    rules: new RulesService(store, knowledge),
    unitPlans: new UnitPlanService(store, knowledge),
    documents: new DocumentService(store, knowledge),
    clock: new ClockRunner(store, knowledge, plans),
  };
}
