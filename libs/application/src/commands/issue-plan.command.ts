import { Command } from '@nestjs/cqrs';
import type { PlanIssuedResult } from '../workflow/plan-service.js';
import type { WriteScope } from './scope.js';

/** Issue a published rules document as a plan: every unit below gets its unit plan. */
export class IssuePlan extends Command<PlanIssuedResult> {
  constructor(
    readonly scope: WriteScope,
    /** Content hash of the rules document. */
    readonly rules: string,
  ) {
    super();
  }
}
