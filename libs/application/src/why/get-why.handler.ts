import type { EventStore } from '#event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { openedLog } from '../audit/opened-log.js';
import { ASKED_LOG, WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { explainWhy } from './ask.js';
import type { Explanation } from './explanation.js';
import { GetWhy } from './get-why.query.js';

@QueryHandler(GetWhy)
export class GetWhyHandler implements IQueryHandler<GetWhy> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(ASKED_LOG) private readonly log: EventStore,
  ) {}

  async execute({ tenant, question }: GetWhy): Promise<Explanation> {
    return explainWhy(openedLog(this.log, this.workflow.store), tenant, question);
  }
}
