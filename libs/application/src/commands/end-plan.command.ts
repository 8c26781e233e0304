import type { Appended } from '#event-store';
import { Command } from '@nestjs/cqrs';
import type { PlanEnd } from '../workflow/document-service.js';
import type { WriteScope } from './scope.js';

/** Record a document that ends a plan. */
export class EndPlan extends Command<Appended> {
  constructor(
    readonly scope: WriteScope,
    readonly data: PlanEnd,
  ) {
    super();
  }
}
