import type { Completeness } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetCompleteness } from './get-completeness.query.js';

@QueryHandler(GetCompleteness)
export class GetCompletenessHandler implements IQueryHandler<GetCompleteness> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetCompleteness): Promise<Completeness> {
    return found(await this.reads.completeness(tenant, plan, filter), 'plan', plan);
  }
}
