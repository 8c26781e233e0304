import type { ObligationKey } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Say no to a request for a later day. */
export class RefuseExtension extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly obligation: ObligationKey,
    readonly reason: string,
  ) {
    super();
  }
}
