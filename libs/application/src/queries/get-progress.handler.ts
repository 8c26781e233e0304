import type { Progress } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetProgress } from './get-progress.query.js';

@QueryHandler(GetProgress)
export class GetProgressHandler implements IQueryHandler<GetProgress> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetProgress): Promise<Progress> {
    return found(await this.reads.progress(tenant, plan, filter), 'plan', plan);
  }
}
