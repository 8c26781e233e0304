import type { StepsTaken } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Where steps of the ladder have been taken under a plan. */
export class GetStepsTaken extends Query<StepsTaken> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: { readonly step?: string; readonly asOf: string },
  ) {
    super();
  }
}
