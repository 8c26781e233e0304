import type { MissingReports } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetMissingReports } from './get-missing-reports.query.js';

@QueryHandler(GetMissingReports)
export class GetMissingReportsHandler implements IQueryHandler<GetMissingReports> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetMissingReports): Promise<MissingReports> {
    return found(await this.reads.missingReports(tenant, plan, filter), 'plan', plan);
  }
}
