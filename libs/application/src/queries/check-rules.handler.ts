import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { Checked } from '../workflow/rules-service.js';
import type { Workflow } from '../workflow/workflow.js';
import { CheckRules } from './check-rules.query.js';

@QueryHandler(CheckRules)
export class CheckRulesHandler implements IQueryHandler<CheckRules> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ tenant, text }: CheckRules): Promise<Checked> {
    return this.workflow.rules.check(tenant, text, this.clock.now());
  }
}
