import type { TaskTable } from '#contracts';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { READ_MODELS } from '../tokens.js';
import { found } from './answers.js';
import { GetTaskTable } from './get-task-table.query.js';

@QueryHandler(GetTaskTable)
export class GetTaskTableHandler implements IQueryHandler<GetTaskTable> {
  constructor(@Inject(READ_MODELS) private readonly reads: ReadModels) {}

  async execute({ tenant, plan, filter }: GetTaskTable): Promise<TaskTable> {
    return found(await this.reads.taskTable(tenant, plan, filter), 'plan', plan);
  }
}
