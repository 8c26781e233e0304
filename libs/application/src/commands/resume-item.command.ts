import type { DocumentRef, ItemId, LocalDate } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Let the clock of a suspended item go on, by a document that orders it. */
export class ResumeItem extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly item: ItemId,
    readonly on: LocalDate,
    readonly document: DocumentRef,
  ) {
    super();
  }
}
