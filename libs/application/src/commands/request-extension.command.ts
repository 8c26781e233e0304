import type { LocalDate, ObligationKey } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Ask for a later day for an item or a report; no date moves by it. */
export class RequestExtension extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly obligation: ObligationKey,
    readonly to: LocalDate,
    readonly reason: string,
  ) {
    super();
  }
}
