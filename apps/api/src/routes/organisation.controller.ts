import {
  ChangeOrganisation,
  ChangeOrganisationBody,
  CLOCK,
  type Clock,
  GetOrganisationChanges,
  GetUnitsOnDay,
  OrganisationChangesBody,
  OrganisationChangesDto,
  OrganisationChangesQuery,
  OrganisationForeseenDto,
  PreviewOrganisation,
  ReorganisationDto,
  UnitsOnDayDto,
  UnitsOnDayQuery,
} from '#application';
import type { OrganisationChanges, OrganisationForeseen, UnitsOnDay } from '#contracts';
import type { LocalDate, UnitId } from '#engine';
import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AskRoute, ReadRoute, WriteRoute } from '../docs/described.js';
import { markReplayed } from '../http/answers.js';
import { Tenant, type Write, WriteScoped } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

/** The last day that there is. */
const FOR_EVER = '9999-12-31';
const MAY = { action: 'organisation.read', about: 'nothing' } as const;

@ApiTags('units')
@Controller('api/v1/organisation')
export class OrganisationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: Reads,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('units')
  @ReadRoute([], {
    may: MAY,
    summary: 'The units directly below one on a day',
    description: 'As everything tells that has been recorded: also on days to come.',
    type: UnitsOnDayDto,
  })
  units(@Tenant() tenant: string, @Query() { on, superior }: UnitsOnDayQuery): Promise<UnitsOnDay> {
    const asked = new GetUnitsOnDay(tenant, (on ?? this.today()) as LocalDate, (superior as UnitId | undefined) ?? null);
    return this.reads.ask(tenant, undefined, asked);
  }

  @Get('changes')
  @ReadRoute([], {
    may: MAY,
    summary: 'What becomes otherwise in the organisation from one day to another',
    description: 'By day; the first five hundred are named. From today on unless told.',
    type: OrganisationChangesDto,
  })
  changes(@Tenant() tenant: string, @Query() { from, until }: OrganisationChangesQuery): Promise<OrganisationChanges> {
    const [first, last] = [from ?? this.today(), until ?? FOR_EVER] as [LocalDate, LocalDate];
    return this.reads.ask(tenant, undefined, new GetOrganisationChanges(tenant, first, last));
  }

  @Post('changes')
  @WriteRoute([], {
    may: { action: 'organisation.change', about: 'actor' },
    summary: 'Found, rename, move and end units from a day on',
    description:
      'Open work of units that end goes to their successors or ends for a reason, and what others owe finds its new way, plan by plan, before the answer comes: with many plans that takes minutes. Asked again under the same key, nothing is recorded a second time. What lies ahead happens on its day. Up to 32 MB.',
    status: 201,
    type: ReorganisationDto,
    problems: [413, 422],
  })
  async change(
    @WriteScoped() write: Write,
    @Body() { actor, ...changes }: ChangeOrganisationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReorganisationDto> {
    const done = await this.commands.execute(new ChangeOrganisation({ ...write, actor: actor as UnitId }, given(changes)));
    markReplayed(reply, done.replayed);
    const cascades = done.cascades.map((cascade) => ({ ...cascade, unresolved: [...cascade.unresolved] }));
    return { position: done.position, effective: [...done.effective], cascades };
  }

  @Post('changes/preview')
  @AskRoute({
    may: { action: 'organisation.try', about: 'nothing' },
    summary: 'What changes of the organisation would do, were they recorded now',
    description:
      'Every running plan is copied, changed, and its clock run to the day of the change, as if nobody did anything until then: where open obligations of units that end would go, or why they would end. Nothing is recorded. At most 100,000 events and twenty seconds; plans beyond that are named in `left`.',
    type: OrganisationForeseenDto,
  })
  preview(@Tenant() tenant: string, @Body() changes: OrganisationChangesBody): Promise<OrganisationForeseen> {
    return this.reads.ask(tenant, undefined, new PreviewOrganisation(tenant, given(changes)));
  }

  private today(): string {
    return this.clock.now().slice(0, 10);
  }
}
