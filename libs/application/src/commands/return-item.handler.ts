import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ReturnItem } from './return-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ReturnItem)
export class ReturnItemHandler implements ICommandHandler<ReturnItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, reason }: ReturnItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'ReturnItem', item, reason });
  }
}
