import type { EventStore, WakeUpSlots } from '#event-store';
import { ChangesFirst } from './changes-first.js';
import type { OrganisationInOrder } from './organisation-in-order.js';
import { CascadeReorganiser } from './cascade-reorganiser.js';
import { LeadingStreams } from './clock-leading.js';
import { ClockRunner } from './clock-runner.js';
import { ClockShareRunner } from './clock-share-runner.js';
import { DocumentService } from './document-service.js';
import { OrganisationService } from './organisation-service.js';
import { PlanService } from './plan-service.js';
import { ReorganisationService } from './reorganisation-service.js';
import { ReportRequestService } from './report-request-service.js';
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
  readonly reportRequests: ReportRequestService;
  readonly clock: ClockRunner;
  /** The clock as several workers share it, over the wake-ups of the same store. */
  clockOver(slots: WakeUpSlots): ClockShareRunner;
  readonly reorganisations: ReorganisationService;
}

/** Puts the services together over one store. */
export function createWorkflow(store: EventStore): Workflow {
  const knowledge = new Knowledge(store);
  const inOrder: OrganisationInOrder = { upTo: (tenant, at) => changesFirst.upTo(tenant, at) };
  const plans = new PlanService(store, knowledge, inOrder);
  const unitPlans = new UnitPlanService(store, knowledge, inOrder);
  const leading = new LeadingStreams(store, knowledge, plans, new CascadeReorganiser(store, knowledge));
  const clock = new ClockRunner(store, knowledge, leading);
  const changesFirst = new ChangesFirst(store, knowledge, clock);
  return {
    store,
    knowledge,
    plans,
    organisation: new OrganisationService(store),
    rules: new RulesService(store, knowledge),
    unitPlans,
    reportRequests: new ReportRequestService(store, knowledge, { unitPlans, organisation: inOrder }),
    documents: new DocumentService(store, knowledge),
    clock,
    clockOver: (slots) => new ClockShareRunner({ store, knowledge, slots, leading, clock }),
    reorganisations: new ReorganisationService(store, knowledge, clock),
  };
}
