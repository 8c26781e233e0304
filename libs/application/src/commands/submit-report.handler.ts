import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { SubmitReport } from './submit-report.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(SubmitReport)
export class SubmitReportHandler implements ICommandHandler<SubmitReport> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, report, content }: SubmitReport): Promise<Executed> {
    return this.writes.execute(target, { type: 'SubmitReport', report, content, received: [], missing: [] });
  }
}
