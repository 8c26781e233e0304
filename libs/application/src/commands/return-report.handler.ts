import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ReturnReport } from './return-report.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ReturnReport)
export class ReturnReportHandler implements ICommandHandler<ReturnReport> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, report, reason }: ReturnReport): Promise<Executed> {
    return this.writes.execute(target, { type: 'ReturnReport', report, reason });
  }
}
