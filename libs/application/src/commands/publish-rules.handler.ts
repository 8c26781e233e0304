import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { retryOnConflict } from '../workflow/retry-on-conflict.js';
import type { Workflow } from '../workflow/workflow.js';
import { once } from './once.js';
import { PublishRules, type RulesPublication } from './publish-rules.command.js';
import { keyOf } from './scope.js';

@CommandHandler(PublishRules)
export class PublishRulesHandler implements ICommandHandler<PublishRules> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, text }: PublishRules): Promise<RulesPublication> {
    const { store, rules } = this.workflow;
    const request = { text, actor: scope.actor };
    const publish = () => rules.publish(scope.tenant, request, this.clock.now(), keyOf(scope));
    return once(store, scope, () => retryOnConflict(2, publish)); // the same text from two hands at once is one publication
  }
}
