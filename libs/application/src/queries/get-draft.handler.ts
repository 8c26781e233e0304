import { draftOwnPlan } from '#dsl';
import { localDateOf, planAbove, unitPlanStream } from '#engine';
import type { EventStore } from '#event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ASKED_LOG, CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import { foldRecorded } from '../workflow/unit-plan-session.js';
import { NotFound } from '../workflow/faults.js';
import type { Workflow } from '../workflow/workflow.js';
import { found } from './answers.js';
import { GetDraft } from './get-draft.query.js';

@QueryHandler(GetDraft)
export class GetDraftHandler implements IQueryHandler<GetDraft> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(ASKED_LOG) private readonly log: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ tenant, request }: GetDraft): Promise<string> {
    const { plan, unit, number, language } = request;
    const events = await this.log.readStream(tenant, unitPlanStream(plan, unit));
    if (events.length === 0) throw new NotFound('unit-plan', `${plan}/${unit}`);
    const issuedOn = request.issuedOn ?? localDateOf(this.clock.now());
    const known = this.workflow.knowledge.of(tenant);
    const { source } = foldRecorded(events);
    const parent = planAbove(found(await known.plan(source), 'plan', source), unit);
    const directory = await known.directory(issuedOn);
    return draftOwnPlan({ parent, directory, unit, number, issuedOn }, language);
  }
}
