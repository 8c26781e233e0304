import { AsOfQuery, DeskDto, GetDesk, GetUnit, ListUnits, ReadQuery, UnitDto, UnitPageDto, UnitsQuery } from '#application';
import type { Desk, Page, UnitView } from '#contracts';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadRoute } from '../docs/described.js';
import { paged } from '../http/answers.js';
import { Id, Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given, pageOf } from './page-request.js';

@ApiTags('units')
@Controller('api/v1/units')
export class UnitsController {
  constructor(private readonly reads: Reads) {}

  @Get()
  @ReadRoute([], {
    may: { action: 'organisation.read', about: 'nothing' },
    summary: 'Units of the organisation',
    type: UnitPageDto,
  })
  async list(
    @Tenant() tenant: string,
    @Query() query: UnitsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<UnitView>> {
    const filter = { ...given({ superior: query.superior, search: query.search }), on: this.reads.asOf(undefined).slice(0, 10) };
    const asked = new ListUnits(tenant, filter, pageOf(query));
    return paged(await this.reads.ask(tenant, query.minPosition, asked), request, reply);
  }

  @Get(':unit')
  @ReadRoute(['unit'], { may: { action: 'organisation.read', about: 'nothing' }, summary: 'A unit', type: UnitDto })
  async one(@Tenant() tenant: string, @Id('unit') unit: string, @Query() { minPosition }: ReadQuery): Promise<UnitView> {
    return this.reads.ask(tenant, minPosition, new GetUnit(tenant, unit));
  }

  @Get(':unit/desk')
  @ReadRoute(['unit'], {
    may: { action: 'work.read', about: 'path' },
    summary: 'What a unit has on its desk',
    description: 'Over all plans: overdue, due soon, open, and what waits for it.',
    type: DeskDto,
  })
  async desk(@Tenant() tenant: string, @Id('unit') unit: string, @Query() query: AsOfQuery): Promise<Desk> {
    return this.reads.ask(tenant, query.minPosition, new GetDesk(tenant, unit, this.reads.asOf(query.asOf)));
  }
}
