import type { MissingReports } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Reports of a plan that have not come in though their last day has passed. */
export class GetMissingReports extends Query<MissingReports> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: { readonly within?: string; readonly label?: string; readonly asOf: string },
  ) {
    super();
  }
}
