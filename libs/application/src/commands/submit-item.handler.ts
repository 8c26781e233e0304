import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { SubmitItem } from './submit-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(SubmitItem)
export class SubmitItemHandler implements ICommandHandler<SubmitItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, note }: SubmitItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'SubmitItem', item, note });
  }
}
