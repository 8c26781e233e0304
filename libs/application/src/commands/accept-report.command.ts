import type { ReportId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Accept a report that was sent. */
export class AcceptReport extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly report: ReportId,
  ) {
    super();
  }
}
