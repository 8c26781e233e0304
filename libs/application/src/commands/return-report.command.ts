import type { ReportId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Send a report back, with the reason. */
export class ReturnReport extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly report: ReportId,
    readonly reason: string,
  ) {
    super();
  }
}
