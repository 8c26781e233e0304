import type { CascadeNode } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetCascade } from './get-cascade.query.js';

@QueryHandler(GetCascade)
export class GetCascadeHandler implements IQueryHandler<GetCascade> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetCascade): Promise<CascadeNode> {
    return found(await this.reads.cascade(tenant, plan, filter), 'plan', plan);
  }
}
