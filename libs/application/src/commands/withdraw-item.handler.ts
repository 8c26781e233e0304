import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { WithdrawItem } from './withdraw-item.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(WithdrawItem)
export class WithdrawItemHandler implements ICommandHandler<WithdrawItem> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, reason, document }: WithdrawItem): Promise<Executed> {
    return this.writes.execute(target, { type: 'WithdrawItem', item, reason, document });
  }
}
