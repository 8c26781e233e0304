import { readOrganisationChanges } from '#organisation';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { OrganisationRefused } from '../workflow/organisation-refused.js';
import type { Reorganisation } from '../workflow/reorganisation-service.js';
import type { Workflow } from '../workflow/workflow.js';
import { ChangeOrganisation } from './change-organisation.command.js';
import { once } from './once.js';
import { keyOf } from './scope.js';

@CommandHandler(ChangeOrganisation)
export class ChangeOrganisationHandler implements ICommandHandler<ChangeOrganisation> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, changes }: ChangeOrganisation): Promise<Reorganisation> {
    const { store, knowledge, reorganisations } = this.workflow;
    return once(store, scope, async () => {
      const key = scope.idempotencyKey;
      const isDone = key !== undefined && (await store.recorded(scope.tenant, key)) !== undefined;
      const { history } = await knowledge.of(scope.tenant).organisation();
      const read = isDone ? ({ ok: true, events: [] } as const) : readOrganisationChanges(changes, history);
      if (!read.ok) throw new OrganisationRefused(read.problems);
      return reorganisations.apply(scope.tenant, read.events, this.clock.now(), keyOf(scope));
    });
  }
}
