import type { Appended } from '#event-store';
import { Command } from '@nestjs/cqrs';
import type { PlanAmendment } from '../workflow/document-service.js';
import type { WriteScope } from './scope.js';

/** Record a document that puts off, stops or takes back tasks of a plan. */
export class AmendPlan extends Command<Appended> {
  constructor(
    readonly scope: WriteScope,
    readonly data: PlanAmendment,
  ) {
    super();
  }
}
