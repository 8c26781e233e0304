import type { UnitPlanView } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetUnitPlan } from './get-unit-plan.query.js';

@QueryHandler(GetUnitPlan)
export class GetUnitPlanHandler implements IQueryHandler<GetUnitPlan> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, unit, asOf }: GetUnitPlan): Promise<UnitPlanView> {
    return found(await this.reads.unitPlan(tenant, plan, unit, asOf), 'unit-plan', `${plan}/${unit}`);
  }
}
