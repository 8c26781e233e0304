import type { DocumentRef, ItemId, Suspension } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Stop the clock of an item, by a document that orders it. */
export class SuspendItem extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly item: ItemId,
    readonly span: Suspension,
    readonly document: DocumentRef,
  ) {
    super();
  }
}
