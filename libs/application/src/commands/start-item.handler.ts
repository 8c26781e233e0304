import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { StartItem } from './start-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(StartItem)
export class StartItemHandler implements ICommandHandler<StartItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item }: StartItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'StartItem', item });
  }
}
