import type { EventStore } from '#event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ASKED_LOG, WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { AskAudit } from './ask-audit.query.js';
import { openedLog } from './opened-log.js';

@QueryHandler(AskAudit)
export class AskAuditHandler implements IQueryHandler<AskAudit<unknown>> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(ASKED_LOG) private readonly log: EventStore,
  ) {}

  async execute({ question }: AskAudit<unknown>): Promise<unknown> {
    return question(this.log, openedLog(this.log, this.workflow.store));
  }
}
