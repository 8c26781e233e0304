import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ReceiveItem } from './receive-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ReceiveItem)
export class ReceiveItemHandler implements ICommandHandler<ReceiveItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item }: ReceiveItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'ReceiveItem', item });
  }
}
