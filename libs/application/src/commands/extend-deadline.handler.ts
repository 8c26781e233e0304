import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ExtendDeadline } from './extend-deadline.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ExtendDeadline)
export class ExtendDeadlineHandler implements ICommandHandler<ExtendDeadline> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, to, document }: ExtendDeadline): Promise<Executed> {
    return this.writes.execute(target, { type: 'ExtendDeadline', item, to, document });
  }
}
