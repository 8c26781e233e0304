import type { Desk } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** What one unit has on its desk, over all plans. */
export class GetDesk extends Query<Desk> {
  constructor(
    readonly tenant: string,
    readonly unit: string,
    readonly asOf: string,
  ) {
    super();
  }
}
