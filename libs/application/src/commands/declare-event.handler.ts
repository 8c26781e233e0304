import type { Appended } from '#event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { Workflow } from '../workflow/workflow.js';
import { DeclareEvent } from './declare-event.command.js';
import { once } from './once.js';
import { keyOf } from './scope.js';

@CommandHandler(DeclareEvent)
export class DeclareEventHandler implements ICommandHandler<DeclareEvent> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, data }: DeclareEvent): Promise<Appended> {
    const { store, documents } = this.workflow;
    const asked = { ...keyOf(scope), at: this.clock.now() };
    return once(store, scope, () => documents.declareEvent(scope.tenant, scope.actor, data, asked));
  }
}
