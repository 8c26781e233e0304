import type { OrganisationChange, OrganisationChanges } from '#contracts';
import { addDays, type UnitId } from '#engine';
import { changesOf, nameOn, type OrganisationHistory, type UnitChange } from '#organisation';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { GetOrganisationChanges } from './get-organisation-changes.query.js';

/** Most changes that are named; a reorganisation of the country makes thousands on one day. */
const MOST = 500;

@QueryHandler(GetOrganisationChanges)
export class GetOrganisationChangesHandler implements IQueryHandler<GetOrganisationChanges> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant, first, last }: GetOrganisationChanges): Promise<OrganisationChanges> {
    const { history } = await this.workflow.knowledge.of(tenant).organisation();
    const found = changesOf(history, { first, last });
    return { total: found.length, changes: found.slice(0, MOST).map((change) => told(change, history)) };
  }
}

/** With names in the place of ids: of superiors on the day before, and on the day itself. */
function told(
  { from, kind, unit, name, before, after, successors }: UnitChange,
  history: OrganisationHistory,
): OrganisationChange {
  const named = (id: string | null, day = from): string | null => (id === null ? null : nameOn(history, id as UnitId, day));
  const isMove = kind === 'moved';
  return {
    from,
    kind,
    unit: { id: unit, name },
    before: isMove ? named(before, addDays(from, -1)) : before,
    after: isMove ? named(after) : after,
    successors: successors.map((id) => ({ id, name: nameOn(history, id, from) })),
  };
}
