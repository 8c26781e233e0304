import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Acknowledge everything that a unit plan assigns: starts the clocks that run from receipt. */
export class ReceiveUnitPlan extends Command<Executed> {
  constructor(readonly target: UnitPlanTarget) {
    super();
  }
}
