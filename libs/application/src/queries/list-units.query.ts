import type { Page, PageRequest, UnitView } from '#contracts';
import type { ReadModels } from '#read-models';
import { Query } from '@nestjs/cqrs';

/** Units of the organisation. */
export class ListUnits extends Query<Page<UnitView>> {
  constructor(
    readonly tenant: string,
    readonly filter: Parameters<ReadModels['units']>[1],
    readonly page: PageRequest,
  ) {
    super();
  }
}
