import type { ItemId } from '#engine';
import { Command } from '@nestjs/cqrs';
import type { Executed } from '../workflow/unit-plan-service.js';
import type { UnitPlanTarget } from './scope.js';

/** Hand in the result of an item. */
export class SubmitItem extends Command<Executed> {
  constructor(
    readonly target: UnitPlanTarget,
    readonly item: ItemId,
    readonly note: string | null,
  ) {
    super();
  }
}
