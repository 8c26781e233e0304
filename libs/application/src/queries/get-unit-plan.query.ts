import type { UnitPlanView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Everything that one unit owes under one plan. */
export class GetUnitPlan extends Query<UnitPlanView> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly unit: string,
    readonly asOf: string,
  ) {
    super();
  }
}
