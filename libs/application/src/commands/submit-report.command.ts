import type { ReportId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Send a report; of the reports that it takes in, the log tells which were there. */
export class SubmitReport extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly report: ReportId,
    readonly content: string,
  ) {
    super();
  }
}
