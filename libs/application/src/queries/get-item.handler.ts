import type { ItemView } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetItem } from './get-item.query.js';

@QueryHandler(GetItem)
export class GetItemHandler implements IQueryHandler<GetItem> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, place, asOf }: GetItem): Promise<ItemView> {
    const { plan, unit, item } = place;
    const unitPlan = found(await this.reads.unitPlan(tenant, plan, unit, asOf), 'unit-plan', `${plan}/${unit}`);
    return found(
      unitPlan.items.find(({ id }) => id === item),
      'item',
      item,
    );
  }
}
