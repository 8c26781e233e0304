import type {
  DocumentEvent,
  OrganisationEvent,
  PlanCascaded,
  PlanIssued,
  RulesPublished,
  UnitPlanEvent,
  UnitPlanState,
} from '#engine';

/** A plan that holds no longer, and why. */
export type PlanEnded = (DocumentEvent & { readonly type: 'PlanEnded' })['data'];

/** A unit plan's part of a batch. */
export interface UnitPlanWrite {
  readonly state: UnitPlanState;
  readonly events: readonly UnitPlanEvent[];
  /** True where the batch begins the stream: no row can stand yet. */
  readonly fresh: boolean;
}

/** A batch, sorted by what it is about. */
export interface Projected {
  readonly published: RulesPublished[];
  readonly issued: PlanIssued[];
  readonly cascaded: PlanCascaded[];
  readonly ended: PlanEnded[];
  readonly organisation: OrganisationEvent[];
  readonly unitPlans: UnitPlanWrite[];
}
