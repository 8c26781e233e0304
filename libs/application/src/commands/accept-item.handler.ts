import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { AcceptItem } from './accept-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(AcceptItem)
export class AcceptItemHandler implements ICommandHandler<AcceptItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item }: AcceptItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'AcceptItem', item });
  }
}
