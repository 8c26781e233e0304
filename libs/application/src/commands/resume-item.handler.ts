import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ResumeItem } from './resume-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ResumeItem)
export class ResumeItemHandler implements ICommandHandler<ResumeItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, on, document }: ResumeItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'ResumeItem', item, on, document });
  }
}
