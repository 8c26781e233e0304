import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { SuspendItem } from './suspend-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(SuspendItem)
export class SuspendItemHandler implements ICommandHandler<SuspendItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, span, document }: SuspendItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'SuspendItem', item, ...span, document });
  }
}
