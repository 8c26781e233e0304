import {
  CascadeNodeDto,
  CompletenessQuery,
  GetCascade,
  GetLateList,
  GetPlan,
  GetProgress,
  IssuedDto,
  IssuePlan,
  IssuePlanBody,
  LateListDto,
  ListPlans,
  LongPageQuery,
  PageQuery,
  PlanDto,
  PlanPageDto,
  ProgressDto,
  ReadQuery,
} from '#application';
import type { CascadeNode, LateEntry, LateList, Page, PlanView, Progress } from '#contracts';
import type { UnitId } from '#engine';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CSV, csvOf } from '../csv/csv.js';
import { LATE_COLUMNS } from '../csv/late-list-csv.js';
import { ReadRoute, WriteRoute } from '../docs/described.js';
import { markReplayed, paged } from '../http/answers.js';
import { Id, Tenant, type Write, WriteScoped } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { languageOf } from '../problems/language.js';
import { given, pageOf } from './page-request.js';

@ApiTags('plans')
@Controller('api/v1/plans')
export class PlansController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ReadRoute([], { may: { action: 'plan.read', about: 'nothing' }, summary: 'Plans that have been issued', type: PlanPageDto })
  async list(
    @Tenant() tenant: string,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<PlanView>> {
    return paged(await this.reads.ask(tenant, query.minPosition, new ListPlans(tenant, pageOf(query))), request, reply);
  }

  @Post()
  @WriteRoute([], {
    may: { action: 'plan.issue', about: 'actor' },
    summary: 'Issue a published rules document as a plan',
    description: 'Every unit below the issuer gets its unit plan. The actor must be the issuer.',
    status: 201,
    type: IssuedDto,
  })
  async issue(
    @WriteScoped() write: Write,
    @Body() { rules, actor }: IssuePlanBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IssuedDto> {
    const result = await this.commands.execute(new IssuePlan({ ...write, actor: actor as UnitId }, rules));
    const { plan, position, derived, replaced, items, reports } = result;
    markReplayed(reply, result.replayed);
    reply.header('Location', `/api/v1/plans/${encodeURIComponent(plan)}`);
    return { plan, position, derived, replaced, items, reports };
  }

  @Get(':plan')
  @ReadRoute(['plan'], { may: { action: 'plan.read', about: 'nothing' }, summary: 'A plan', type: PlanDto })
  async one(@Tenant() tenant: string, @Id('plan') plan: string, @Query() { minPosition }: ReadQuery): Promise<PlanView> {
    return this.reads.ask(tenant, minPosition, new GetPlan(tenant, plan));
  }

  @Get(':plan/cascade')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'The tree of a plan',
    description: 'Who has which unit plan, down to the lowest tier.',
    type: CascadeNodeDto,
  })
  async cascade(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: CompletenessQuery): Promise<CascadeNode> {
    return this.reads.ask(tenant, query.minPosition, new GetCascade(tenant, plan, this.branch(query)));
  }

  @Get(':plan/progress')
  @ReadRoute(['plan'], { may: { action: 'figures.read', about: 'plan' }, summary: 'How far a plan has come', type: ProgressDto })
  async progress(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: CompletenessQuery): Promise<Progress> {
    return this.reads.ask(tenant, query.minPosition, new GetProgress(tenant, plan, this.branch(query)));
  }

  @Get(':plan/late-list')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'Who is late under a plan',
    description:
      'Items, reports and duties that are due and not in, since when, what has been done about it, and what was explained.',
    type: LateListDto,
  })
  async lateList(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: LongPageQuery): Promise<LateList> {
    const filter = { ...this.branch(query), ...pageOf(query) };
    return this.reads.ask(tenant, query.minPosition, new GetLateList(tenant, plan, filter));
  }

  @Get(':plan/late-list.csv')
  @ApiProduces('text/csv')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'Who is late under a plan, as a table',
    description: 'CSV in UTF-8 with a byte order mark, its titles in the language that is wanted more.',
    type: String,
  })
  async lateTable(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Query() query: CompletenessQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { late, asOf } = await this.wholeLateList(tenant, plan, query);
    const language = languageOf(request.headers['accept-language']);
    const name = `late-${plan.replaceAll(/[^\w.-]/g, '_')}-${asOf.slice(0, 10)}.csv`;
    reply.header('Content-Disposition', `attachment; filename="${name}"`).header('Vary', 'Accept-Language');
    await reply.type(CSV).send(csvOf(late, LATE_COLUMNS, language));
  }

  private branch({ asOf, within }: CompletenessQuery): { readonly asOf: string; readonly within?: string } {
    return { asOf: this.reads.asOf(asOf), ...given({ within }) };
  }

  /** All pages of the list, judged for one moment. */
  private async wholeLateList(tenant: string, plan: string, query: CompletenessQuery): Promise<Pick<LateList, 'asOf' | 'late'>> {
    const asOf = this.reads.asOf(query.asOf);
    const late: LateEntry[] = [];
    let page: LateList | undefined;
    do {
      page = await this.lateList(tenant, plan, { ...query, asOf, ...(page?.next && { after: page.next }) });
      late.push(...page.late);
    } while (page.next !== null);
    return { asOf, late };
  }
}
