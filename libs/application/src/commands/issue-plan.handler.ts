import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { PlanIssuedResult } from '../workflow/plan-service.js';
import type { Workflow } from '../workflow/workflow.js';
import { IssuePlan } from './issue-plan.command.js';
import { once } from './once.js';
import { keyOf } from './scope.js';

@CommandHandler(IssuePlan)
export class IssuePlanHandler implements ICommandHandler<IssuePlan> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, rules }: IssuePlan): Promise<PlanIssuedResult> {
    const { store, plans } = this.workflow;
    const request = { hash: rules, actor: scope.actor };
    return once(store, scope, () => plans.issue(scope.tenant, request, this.clock.now(), keyOf(scope)));
  }
}
