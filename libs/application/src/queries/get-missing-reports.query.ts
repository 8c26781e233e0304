import type { MissingReports } from '#contracts';
import type { ReadModels } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** Reports of a plan that have not come in though their last day has passed. */
export class GetMissingReports extends Query<MissingReports> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: Parameters<ReadModels['missingReports']>[2],
  ) {
    super();
  }
}
