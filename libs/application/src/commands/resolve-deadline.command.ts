import type { DocumentRef, ItemId, LocalDate } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Give a date to a deadline that was left to other regulations. */
export class ResolveDeadline extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly item: ItemId,
    readonly due: LocalDate,
    readonly document: DocumentRef,
  ) {
    super();
  }
}
