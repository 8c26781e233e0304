import type { ItemView, Page, PageRequest } from '#contracts';
import type { ItemFilter } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** Items of all unit plans, by plan, unit, status, or only those that are overdue. */
export class ListItems extends Query<Page<ItemView>> {
  constructor(
    readonly tenant: string,
    readonly filter: ItemFilter,
    readonly page: PageRequest,
  ) {
    super();
  }
}
