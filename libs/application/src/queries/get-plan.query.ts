import type { PlanView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** One plan. */
export class GetPlan extends Query<PlanView> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
  ) {
    super();
  }
}
