import type { ItemView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** One item of one unit plan. */
export class GetItem extends Query<ItemView> {
  constructor(
    readonly tenant: string,
    readonly place: { readonly plan: string; readonly unit: string; readonly item: string },
    readonly asOf: string,
  ) {
    super();
  }
}
