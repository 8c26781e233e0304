import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Say that a case is there in which the plan asks for a report. */
export class RaiseCase extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    /** As the text of the plan words it. */
    readonly condition: string,
  ) {
    super();
  }
}
