import { GetTrend, TrendDto, TrendQuery } from '#application';
import type { Trend } from '#contracts';
import { addDays, type LocalDate } from '#engine';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../docs/described.js';
import { Id, Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

/** Days of an answer where nobody says how many. */
const DAYS = 30;

/** How work under a plan went, for those who lead it. */
@ApiTags('plans')
@Controller('api/v1/plans/:plan')
export class TrendController {
  constructor(private readonly reads: Reads) {}

  @Get('trend')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'How work under a plan went, day by day',
    description:
      'Due, in time, late, open, overdue and escalated on each day, of the issuer and all below it, or of a unit and all below that. Counted some moments after it is recorded: `counted` says how far.',
    type: TrendDto,
  })
  async trend(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: TrendQuery): Promise<Trend> {
    const until = (query.until ?? this.reads.asOf(undefined).slice(0, 10)) as LocalDate;
    const from = query.from ?? addDays(until, 1 - DAYS);
    const filter = { from, until, ...given({ within: query.within }) };
    return this.reads.ask(tenant, query.minPosition, new GetTrend(tenant, plan, filter));
  }
}
