import type { StepsTaken } from '#contracts';
import type { ReadModels } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** Where steps of the ladder have been taken under a plan. */
export class GetStepsTaken extends Query<StepsTaken> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: Parameters<ReadModels['stepsTaken']>[2],
  ) {
    super();
  }
}
