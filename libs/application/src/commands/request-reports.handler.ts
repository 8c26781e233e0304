import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { ReportsRequested } from '../workflow/report-request-service.js';
import type { Workflow } from '../workflow/workflow.js';
import { once } from './once.js';
import { RequestReports } from './request-reports.command.js';
import { keyOf } from './scope.js';

@CommandHandler(RequestReports)
export class RequestReportsHandler implements ICommandHandler<RequestReports> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, plan, recipients, request }: RequestReports): Promise<ReportsRequested> {
    const { store, reportRequests } = this.workflow;
    const asked = { plan, actor: scope.actor, recipients, request };
    return once(store, scope, () => reportRequests.request(scope.tenant, asked, this.clock.now(), keyOf(scope)));
  }
}
