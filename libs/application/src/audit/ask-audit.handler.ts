import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { AskAudit } from './ask-audit.query.js';

@QueryHandler(AskAudit)
export class AskAuditHandler implements IQueryHandler<AskAudit<unknown>> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, question }: AskAudit<unknown>): Promise<unknown> {
    return question(this.workflow.store, tenant);
  }
}
