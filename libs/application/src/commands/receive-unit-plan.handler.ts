import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import { ReceiveUnitPlan } from './receive-unit-plan.command.js';
import { UnitPlanWrites } from './unit-plan-writes.js';

@CommandHandler(ReceiveUnitPlan)
export class ReceiveUnitPlanHandler implements ICommandHandler<ReceiveUnitPlan> {
  constructor(private readonly writes: UnitPlanWrites) {}

  execute({ target }: ReceiveUnitPlan): Promise<Executed> {
    return this.writes.execute(target, { type: 'ReceiveUnitPlan' });
  }
}
