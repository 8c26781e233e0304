import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { RequestReport } from './request-report.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(RequestReport)
export class RequestReportHandler implements ICommandHandler<RequestReport> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, request }: RequestReport): Promise<Executed> {
    return this.writes.execute(target, { type: 'RequestReport', ...request });
  }
}
