import type { Desk } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetDesk } from './get-desk.query.js';

@QueryHandler(GetDesk)
export class GetDeskHandler implements IQueryHandler<GetDesk> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, unit, asOf }: GetDesk): Promise<Desk> {
    return found(await this.reads.desk(tenant, unit, asOf), 'unit', unit);
  }
}
