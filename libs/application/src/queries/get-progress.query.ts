import type { Progress } from '#contracts';
import type { BranchFilter } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** How far a plan has come: counts by tier, escalations, what is late. */
export class GetProgress extends Query<Progress> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: BranchFilter,
  ) {
    super();
  }
}
