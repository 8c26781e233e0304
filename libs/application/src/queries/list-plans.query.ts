import type { Page, PageRequest, PlanView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Plans that have been issued, the newest first. */
export class ListPlans extends Query<Page<PlanView>> {
  constructor(
    readonly tenant: string,
    readonly page: PageRequest,
  ) {
    super();
  }
}
