import type { Trend } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** How work under a plan went, day by day. */
export class GetTrend extends Query<Trend> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: { readonly within?: string; readonly from: string; readonly until: string },
  ) {
    super();
  }
}
