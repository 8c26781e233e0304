import type { DocumentRef, ItemId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Take an item back, by a document that orders it: nobody owes it any more. */
export class WithdrawItem extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly item: ItemId,
    readonly reason: string,
    readonly document: DocumentRef,
  ) {
    super();
  }
}
