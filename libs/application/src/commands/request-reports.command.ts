import type { PlanId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Recipients, ReportsRequested } from '../workflow/report-request-service.js';
import type { ReportRequest } from './request-report.command.js';
import type { WriteScope } from './scope.js';

/** Ask every unit of a class that has a unit plan for a report beyond the regime, in one append. */
export class RequestReports extends Command<ReportsRequested> {
  constructor(
    readonly scope: WriteScope,
    readonly plan: PlanId,
    readonly recipients: Recipients,
    readonly request: ReportRequest,
  ) {
    super();
  }
}
