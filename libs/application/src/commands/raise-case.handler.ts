import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { RaiseCase } from './raise-case.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(RaiseCase)
export class RaiseCaseHandler implements ICommandHandler<RaiseCase> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target, condition }: RaiseCase): Promise<Executed> {
    return this.writes.execute(target, { type: 'RaiseCase', condition });
  }
}
