import type { Surroundings } from '#dsl';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { Workflow } from '../workflow/workflow.js';
import { GetSurroundings } from './get-surroundings.query.js';

@QueryHandler(GetSurroundings)
export class GetSurroundingsHandler implements IQueryHandler<GetSurroundings> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ tenant, text }: GetSurroundings): Promise<Surroundings> {
    return this.workflow.rules.surroundings(tenant, text, this.clock.now());
  }
}
