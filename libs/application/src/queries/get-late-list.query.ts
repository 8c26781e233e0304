import type { LateList } from '#contracts';
import type { ReadModels } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** Who is late under a plan, since when, and what has been done about it: the list for whoever issued it. */
export class GetLateList extends Query<LateList> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: Parameters<ReadModels['lateList']>[2],
  ) {
    super();
  }
}
