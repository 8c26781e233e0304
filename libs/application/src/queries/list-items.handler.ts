import type { ItemView, Page } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { ListItems } from './list-items.query.js';

@QueryHandler(ListItems)
export class ListItemsHandler implements IQueryHandler<ListItems> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  execute({ tenant, filter, page }: ListItems): Promise<Page<ItemView>> {
    return this.reads.items(tenant, filter, page);
  }
}
