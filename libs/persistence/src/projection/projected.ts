import type { OrganisationEvent, PlanCascaded, PlanIssued, RulesPublished, UnitPlanEvent, UnitPlanState } from '#engine';

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
  readonly organisation: OrganisationEvent[];
  readonly unitPlans: UnitPlanWrite[];
}
