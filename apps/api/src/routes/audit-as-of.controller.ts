import {
  AskAudit,
  cascadeAsOf,
  CascadeNodeDto,
  completenessAsOf,
  CompletenessDto,
  cutOf,
  itemAsOf,
  ItemDto,
  lateListAsOf,
  LateListDto,
  MomentQuery,
  MomentTrendQuery,
  MomentWithinQuery,
  planAsOf,
  PlanDto,
  PlanMoment,
  progressAsOf,
  ProgressDto,
  reportAsOf,
  trendAsOf,
  TrendDto,
  unitPlanAsOf,
  UnitPlanDto,
  WrittenReportDto,
} from '#application';
import type {
  CascadeNode,
  Completeness,
  ItemView,
  LateList,
  PlanView,
  Progress,
  Trend,
  UnitPlanView,
  WrittenReportView,
} from '#contracts';
import { addDays, type Instant, type LocalDate } from '#engine';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../docs/described.js';
import { Id, Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';

/** Days of an answer where nobody says how many. */
const DAYS = 30;
const FIGURES = { action: 'figures.read', about: 'plan' } as const;
const WORK = { action: 'work.read', about: 'path' } as const;

/** The views of today, as of another moment: worked out from the log. */
@ApiTags('audit')
@Controller('api/v1/audit/as-of/plans/:plan')
export class AuditAsOfController {
  constructor(private readonly reads: Reads) {}

  @Get()
  @ReadRoute(['plan'], { may: { action: 'plan.read', about: 'nothing' }, summary: 'A plan as of a moment', type: PlanDto })
  one(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: MomentQuery): Promise<PlanView> {
    return this.ask(tenant, { plan, query }, (moment) => planAsOf(moment, plan));
  }

  @Get('cascade')
  @ReadRoute(['plan'], { may: FIGURES, summary: 'The tree of a plan as of a moment', type: CascadeNodeDto })
  cascade(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: MomentQuery): Promise<CascadeNode> {
    return this.ask(tenant, { plan, query }, (moment, asOf) => cascadeAsOf(moment, plan, asOf));
  }

  @Get('progress')
  @ReadRoute(['plan'], { may: FIGURES, summary: 'How far a plan had come at a moment', type: ProgressDto })
  progress(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: MomentQuery): Promise<Progress> {
    return this.ask(tenant, { plan, query }, (moment, asOf) => progressAsOf(moment, plan, asOf));
  }

  @Get('late-list')
  @ReadRoute(['plan'], { may: FIGURES, summary: 'Who was late under a plan at a moment', type: LateListDto })
  lateList(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: MomentQuery): Promise<LateList> {
    return this.ask(tenant, { plan, query }, (moment, asOf) => lateListAsOf(moment, plan, asOf));
  }

  @Get('completeness')
  @ReadRoute(['plan'], { may: FIGURES, summary: 'Completeness of reports as of a moment', type: CompletenessDto })
  completeness(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: MomentWithinQuery): Promise<Completeness> {
    const { within } = query;
    return this.ask(tenant, { plan, query }, (moment, asOf) => completenessAsOf(moment, { plan, within }, asOf));
  }

  @Get('trend')
  @ReadRoute(['plan'], { may: FIGURES, summary: 'Figures of days as of a moment', type: TrendDto })
  trend(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: MomentTrendQuery): Promise<Trend> {
    return this.ask(tenant, { plan, query }, (moment, asOf, position) => {
      const until = (query.until ?? asOf.slice(0, 10)) as LocalDate;
      const from = (query.from ?? addDays(until, 1 - DAYS)) as LocalDate;
      return trendAsOf(moment, { plan, within: query.within, from, until }, position);
    });
  }

  @Get('units/:unit')
  @ReadRoute(['plan', 'unit'], { may: WORK, summary: 'What a unit owed under a plan at a moment', type: UnitPlanDto })
  unitPlan(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Query() query: MomentQuery,
  ): Promise<UnitPlanView> {
    return this.ask(tenant, { plan, query, ofUnit: true }, (moment, asOf) => unitPlanAsOf(moment, { plan, unit }, asOf));
  }

  @Get('units/:unit/items/:item')
  @ReadRoute(['plan', 'unit', 'item'], { may: WORK, summary: 'An item as of a moment', type: ItemDto })
  item(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Id('item') item: string,
    @Query() query: MomentQuery,
  ): Promise<ItemView> {
    return this.ask(tenant, { plan, query, ofUnit: true }, (moment, asOf) => itemAsOf(moment, { plan, unit, item }, asOf));
  }

  @Get('units/:unit/reports/:report')
  @ReadRoute(['plan', 'unit', 'report'], { may: WORK, summary: 'A report as of a moment', type: WrittenReportDto })
  report(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Id('report') report: string,
    @Query() query: MomentQuery,
  ): Promise<WrittenReportView> {
    return this.ask(tenant, { plan, query, ofUnit: true }, (moment, asOf) => reportAsOf(moment, { plan, unit, report }, asOf));
  }

  private ask<T>(tenant: string, { plan, query, ofUnit = false }: Asked, view: View<T>): Promise<T> {
    const at = this.reads.asOf(query.at) as Instant;
    const question = new AskAudit<T>(tenant, async (log, opened) => {
      const cut = await cutOf(log, tenant, { at, recorded: query.recorded === true });
      const position = cut.by === 'recorded' ? cut.position : await log.head(tenant);
      return view(await PlanMoment.open(ofUnit ? opened : log, tenant, { plan, cut }), at, position);
    });
    return this.reads.ask(tenant, undefined, question);
  }
}

interface Asked {
  readonly plan: string;
  readonly query: MomentQuery;
  /** About one unit plan, not about figures of many. */
  readonly ofUnit?: boolean;
}

type View<T> = (moment: PlanMoment, asOf: Instant, position: number) => Promise<T>;
