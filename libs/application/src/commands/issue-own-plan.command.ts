import type { Diagnostic } from '#dsl';
import { Command } from '@nestjs/cqrs';
import type { PlanIssuedResult } from '../workflow/plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** A unit's own plan that is issued, and what checking its text had to say. */
export interface OwnPlanIssuedResult extends PlanIssuedResult {
  readonly rules: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Issue a unit's own plan, which carries out the one above it: check, hold against the parent, publish and issue. */
export class IssueOwnPlan extends Command<OwnPlanIssuedResult> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly text: string,
  ) {
    super();
  }
}
