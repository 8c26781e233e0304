import type { OrganisationChanges } from '#contracts';
import { changesOf } from '#organisation';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { GetOrganisationChanges } from './get-organisation-changes.query.js';
import { toldChanges } from './told-change.js';

@QueryHandler(GetOrganisationChanges)
export class GetOrganisationChangesHandler implements IQueryHandler<GetOrganisationChanges> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, first, last }: GetOrganisationChanges): Promise<OrganisationChanges> {
    const { history } = await this.workflow.knowledge.of(tenant).organisation();
    const found = changesOf(history, { first, last });
    return { total: found.length, changes: toldChanges(found, history) };
  }
}
