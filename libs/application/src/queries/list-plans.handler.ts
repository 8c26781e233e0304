import type { Page, PlanView } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { ListPlans } from './list-plans.query.js';

@QueryHandler(ListPlans)
export class ListPlansHandler implements IQueryHandler<ListPlans> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  execute({ tenant, page }: ListPlans): Promise<Page<PlanView>> {
    return this.reads.plans(tenant, page);
  }
}
