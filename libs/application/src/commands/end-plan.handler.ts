import type { Appended } from '#event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { Workflow } from '../workflow/workflow.js';
import { EndPlan } from './end-plan.command.js';
import { once } from './once.js';
import { keyOf } from './scope.js';

@CommandHandler(EndPlan)
export class EndPlanHandler implements ICommandHandler<EndPlan> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, data }: EndPlan): Promise<Appended> {
    const { store, documents } = this.workflow;
    const asked = { ...keyOf(scope), at: this.clock.now() };
    return once(store, scope, () => documents.end(scope.tenant, scope.actor, data, asked));
  }
}
