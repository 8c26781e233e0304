import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { explainWhy } from './ask.js';
import type { Explanation } from './explanation.js';
import { GetWhy } from './get-why.query.js';

@QueryHandler(GetWhy)
export class GetWhyHandler implements IQueryHandler<GetWhy> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, question }: GetWhy): Promise<Explanation> {
    return explainWhy(this.workflow.store, tenant, question);
  }
}
