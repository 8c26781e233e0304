import type { Page, UnitView } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { ListUnits } from './list-units.query.js';

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  execute({ tenant, filter, page }: ListUnits): Promise<Page<UnitView>> {
    return this.reads.units(tenant, filter, page);
  }
}
