import type { Trend } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetTrend } from './get-trend.query.js';

@QueryHandler(GetTrend)
export class GetTrendHandler implements IQueryHandler<GetTrend> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetTrend): Promise<Trend> {
    return found(await this.reads.trend(tenant, plan, filter), 'plan', plan);
  }
}
