import type { StepsTaken } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetStepsTaken } from './get-steps-taken.query.js';

@QueryHandler(GetStepsTaken)
export class GetStepsTakenHandler implements IQueryHandler<GetStepsTaken> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetStepsTaken): Promise<StepsTaken> {
    return found(await this.reads.stepsTaken(tenant, plan, filter), 'plan', plan);
  }
}
