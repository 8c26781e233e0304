import type { Page, PageRequest, UnitView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Units of the organisation. */
export class ListUnits extends Query<Page<UnitView>> {
  constructor(
    readonly tenant: string,
    readonly filter: { readonly superior?: string; readonly search?: string },
    readonly page: PageRequest,
  ) {
    super();
  }
}
