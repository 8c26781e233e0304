import type { Completeness } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Completeness and timeliness of a plan's reports, by unit and period. */
export class GetCompleteness extends Query<Completeness> {
  constructor(
    readonly tenant: string,
    readonly plan: string,
    readonly filter: { readonly within?: string; readonly asOf: string },
  ) {
    super();
  }
}
