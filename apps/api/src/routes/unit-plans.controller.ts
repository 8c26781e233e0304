import {
  ActorBody,
  AsOfQuery,
  diagnosticView,
  DraftQuery,
  GetDraft,
  GetUnitPlan,
  IssueOwnPlan,
  OwnPlanBody,
  OwnPlanIssuedDto,
  ReceiveUnitPlan,
  UnitPlanDto,
  WrittenDto,
} from '#application';
import type { UnitPlanView } from '#contracts';
import type { LocalDate, PlanId, UnitId } from '#engine';
import { Body, Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadRoute, UnitPlanWriteRoute } from '../docs/described.js';
import { markReplayed, written } from '../http/answers.js';
import { etagOf } from '../http/headers.js';
import { Id, type Target, Tenant, UnitPlanScoped } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

/** Number of a draft whose unit has not given it one yet: to be filled in. */
const NO_NUMBER = '00/KH-UBND';

@ApiTags('unit plans')
@Controller('api/v1/plans/:plan/units/:unit')
export class UnitPlansController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ReadRoute(['plan', 'unit'], {
    may: { action: 'work.read', about: 'path' },
    summary: 'Everything that a unit owes under a plan',
    description: 'The ETag is the version that writes name in If-Match.',
    type: UnitPlanDto,
  })
  async one(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Query() query: AsOfQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UnitPlanView> {
    const asked = new GetUnitPlan(tenant, plan, unit, this.reads.asOf(query.asOf));
    const view = await this.reads.ask(tenant, query.minPosition, asked);
    reply.header('ETag', etagOf(view.version));
    return view;
  }

  @Get('draft')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @ApiProduces('text/plain')
  @ReadRoute(['plan', 'unit'], {
    may: { action: 'draft.read', about: 'path' },
    summary: 'A ready draft of the unit’s own plan',
    description: 'Rules text that carries out the plan the unit follows now: complete, add to it, tighten it, and issue it.',
    type: String,
  })
  async draft(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Query() { language = 'vi', number = NO_NUMBER, issuedOn, minPosition }: DraftQuery,
  ): Promise<string> {
    const place = { plan: plan as PlanId, unit: unit as UnitId, number, language };
    const request = { ...place, ...given({ issuedOn: issuedOn as LocalDate | undefined }) };
    return this.reads.ask(tenant, minPosition, new GetDraft(tenant, request));
  }

  @Post('receive')
  @UnitPlanWriteRoute([], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Acknowledge everything that was assigned',
    description: 'Starts the clocks that run from receipt.',
    type: WrittenDto,
  })
  async receive(
    @UnitPlanScoped() target: Target,
    @Body() { actor }: ActorBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new ReceiveUnitPlan({ ...target, actor: actor as UnitId })));
  }

  @Post('own-plan')
  @UnitPlanWriteRoute([], {
    may: { action: 'plan.issue', about: 'actor' },
    summary: 'Issue the unit’s own plan',
    description:
      'Checked, held against the parent plan, published and issued. Refused with its diagnostics, and naming the tasks that it drops or loosens.',
    status: 201,
    type: OwnPlanIssuedDto,
  })
  async issueOwnPlan(
    @UnitPlanScoped() target: Target,
    @Body() { actor, text }: OwnPlanBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OwnPlanIssuedDto> {
    const result = await this.commands.execute(new IssueOwnPlan({ ...target, actor: actor as UnitId }, text));
    const { replayed, diagnostics, ...issued } = result;
    markReplayed(reply, replayed);
    reply.header('Location', `/api/v1/plans/${encodeURIComponent(issued.plan)}`);
    return { ...issued, diagnostics: diagnostics.map(diagnosticView) };
  }
}
