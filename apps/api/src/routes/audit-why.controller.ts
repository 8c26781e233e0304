import { ExplanationDto, GetWhy, WhyQuery, type Explanation, type WhyQuestion } from '#application';
import type { Instant } from '#engine';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

/** Why things are as they are, for whoever has to check them. */
@ApiTags('audit')
@Controller('api/v1/audit')
export class AuditWhyController {
  constructor(private readonly reads: Reads) {}

  @Get('why')
  @ReadRoute([], {
    may: { action: 'work.read', about: 'list' },
    summary: 'Why something is owed, due, done, late, rated or escalated',
    description:
      'The chain of reasons, each with the event, the place in the rules, the days counted and skipped, or the fact of the organisation that it rests on; as data and as sentences in both languages.',
    type: ExplanationDto,
    problems: [404, 422],
  })
  why(@Tenant() tenant: string, @Query() query: WhyQuery): Promise<Explanation> {
    return this.ask(tenant, query, false);
  }

  @Get('why-not')
  @ReadRoute([], {
    may: { action: 'work.read', about: 'list' },
    summary: 'Why something is not owed, not late, not reported or not escalated',
    description: 'The first condition of the rules that fails, with what it rests on. Where it is so after all, why.',
    type: ExplanationDto,
    problems: [404, 422],
  })
  whyNot(@Tenant() tenant: string, @Query() query: WhyQuery): Promise<Explanation> {
    return this.ask(tenant, query, true);
  }

  private ask(tenant: string, { minPosition, at, plan, unit, ...rest }: WhyQuery, negated: boolean): Promise<Explanation> {
    const question: WhyQuestion = { ...given(rest), plan, unit, negated, at: this.reads.asOf(at) as Instant };
    return this.reads.ask(tenant, minPosition, new GetWhy(tenant, question));
  }
}
