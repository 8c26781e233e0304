import type { EventView, Page, PageRequest } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** The tenant's log, in the order of positions. */
export class ListEvents extends Query<Page<EventView>> {
  constructor(
    readonly tenant: string,
    readonly page: PageRequest,
    /** Where no cursor is given: only what came after this position. */
    readonly since: number = 0,
  ) {
    super();
  }
}
