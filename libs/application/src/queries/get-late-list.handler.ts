import type { LateList } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetLateList } from './get-late-list.query.js';

@QueryHandler(GetLateList)
export class GetLateListHandler implements IQueryHandler<GetLateList> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetLateList): Promise<LateList> {
    return found(await this.reads.lateList(tenant, plan, filter), 'plan', plan);
  }
}
