import type { DocumentRef, ItemId, LocalDate } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Move a deadline to a later day, by a document that orders it. */
export class ExtendDeadline extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly item: ItemId,
    readonly to: LocalDate,
    readonly document: DocumentRef,
  ) {
    super();
  }
}
