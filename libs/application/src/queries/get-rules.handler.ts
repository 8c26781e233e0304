import type { RulesPublished } from '#engine';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { found } from './answers.js';
import { GetRules } from './get-rules.query.js';

@QueryHandler(GetRules)
export class GetRulesHandler implements IQueryHandler<GetRules> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, hash }: GetRules): Promise<RulesPublished> {
    return found(await this.workflow.knowledge.of(tenant).rules(hash), 'rules', hash);
  }
}
