import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ResolveDeadline } from './resolve-deadline.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ResolveDeadline)
export class ResolveDeadlineHandler implements ICommandHandler<ResolveDeadline> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, item, due, document }: ResolveDeadline): Promise<Executed> {
    return this.writes.execute(target, { type: 'ResolveDeadline', item, due, document });
  }
}
