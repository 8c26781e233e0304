import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ExtendReport } from './extend-report.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ExtendReport)
export class ExtendReportHandler implements ICommandHandler<ExtendReport> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, report, to, document }: ExtendReport): Promise<Executed> {
    return this.writes.execute(target, { type: 'ExtendReport', report, to, document });
  }
}
