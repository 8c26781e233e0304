import type { OrganisationChange, OrganisationForeseen, PlanView } from '#contracts';
import type { LocalDate, OrganisationEvent, PlanId, UnitId } from '#engine';
import { changesOf, foldOrganisation, nameOn, type OrganisationHistory, readOrganisationChanges } from '#organisation';
import type { ReadModels } from '#read-models';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type CascadeForeseen, previewReorganisation } from '../audit/what-if/reorganisation-preview.js';
import { CLOCK, READ_MODELS, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { OrganisationRefused } from '../workflow/organisation-refused.js';
import type { Workflow } from '../workflow/workflow.js';
import { PreviewOrganisation } from './preview-organisation.query.js';
import { toldChanges } from './told-change.js';

/** What one question may cost. */
const LIMITS = { events: 100_000, seconds: 20 };
const PAGE = 200;

@QueryHandler(PreviewOrganisation)
export class PreviewOrganisationHandler implements IQueryHandler<PreviewOrganisation> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(READ_MODELS) private readonly reads: ReadModels,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ tenant, changes: asked }: PreviewOrganisation): Promise<OrganisationForeseen> {
    const { knowledge, store } = this.workflow;
    const { history } = await knowledge.of(tenant).organisation();
    const read = readOrganisationChanges(asked, history);
    if (!read.ok) throw new OrganisationRefused(read.problems);
    const running = await this.running(tenant);
    const plans = running.map(({ id }) => id as PlanId);
    const trying = { plans, changes: read.events, at: this.clock.now() };
    const { cascades, left } = await previewReorganisation(store, tenant, trying, LIMITS);
    const then = foldOrganisation(read.events, history);
    const numbers = new Map(running.map(({ id, number }) => [id, number]));
    const numberOf = (plan: string): string => numbers.get(plan) ?? plan;
    return {
      changes: changesIn(read.events, then),
      cascades: cascades.map((cascade) => foretold(cascade, then, numberOf(cascade.id))),
      left: left.map(numberOf),
    };
  }

  /** Plans at the top, the newest first; one that a document ended may still have results to be judged. */
  private async running(tenant: string): Promise<readonly PlanView[]> {
    const found: PlanView[] = [];
    let after: string | undefined;
    do {
      const page = await this.reads.plans(tenant, { limit: PAGE, ...(after === undefined ? {} : { after }) });
      found.push(...page.items.filter(({ parent }) => parent === null));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return found;
  }
}

/** What the events change, and nothing else of those days. */
function changesIn(events: readonly OrganisationEvent[], then: OrganisationHistory): readonly OrganisationChange[] {
  const days = events.map(({ data }) => data.from).toSorted();
  const [first = '' as LocalDate, last = first] = [days[0], days.at(-1)];
  const units = new Set(events.map(({ data }) => data.id));
  const changes = changesOf(then, { first, last }).filter(({ unit }) => units.has(unit));
  return toldChanges(changes, then);
}

function foretold(
  { from, unresolved, ways, ...counted }: CascadeForeseen,
  then: OrganisationHistory,
  number: string,
): OrganisationForeseen['cascades'][number] {
  const named = (unit: UnitId) => ({ id: unit, name: nameOn(then, unit, from) });
  return {
    ...counted,
    number,
    unresolved: unresolved.map((each) => ({ ...each, unit: named(each.unit) })),
    ways: ways.map((way) => ({ ...way, unit: named(way.unit), to: way.to.map(named) })),
  };
}
