import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { AcceptReport } from './accept-report.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(AcceptReport)
export class AcceptReportHandler implements ICommandHandler<AcceptReport> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, report }: AcceptReport): Promise<Executed> {
    return this.writes.execute(target, { type: 'AcceptReport', report });
  }
}
