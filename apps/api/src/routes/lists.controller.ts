import {
  EventPageDto,
  EventsQuery,
  ItemPageDto,
  ItemsQuery,
  ListEvents,
  ListItems,
  ListReports,
  ReportPageDto,
  ReportsQuery,
} from '#application';
import type { EventView, ItemView, Page, ReportView } from '#contracts';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Seen } from '../auth/asker.js';
import { ReadRoute } from '../docs/described.js';
import { paged } from '../http/answers.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given, pageOf } from './page-request.js';

@ApiTags('lists')
@Controller('api/v1')
export class ListsController {
  constructor(private readonly reads: Reads) {}

  @Get('items')
  @ReadRoute([], { may: { action: 'work.read', about: 'list' }, summary: 'Items of all unit plans', type: ItemPageDto })
  async items(
    @Tenant() tenant: string,
    @Query() query: ItemsQuery,
    @Seen() among: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ItemView>> {
    const { plan, unit, within, task, tier, status, standing, overdue, due, inOn, order } = query;
    const asked = given({ plan, unit, within, task, tier, status, standing, overdue, due, inOn, order });
    const filter = { ...asked, among, asOf: this.reads.asOf(query.asOf) };
    return paged(await this.reads.ask(tenant, query.minPosition, new ListItems(tenant, filter, pageOf(query))), request, reply);
  }

  @Get('reports')
  @ReadRoute([], { may: { action: 'work.read', about: 'list' }, summary: 'Reports of all unit plans', type: ReportPageDto })
  async reports(
    @Tenant() tenant: string,
    @Query() query: ReportsQuery,
    @Seen() among: readonly string[] | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ReportView>> {
    const { plan, unit, period, tier, standing, within, label, due, inOn } = query;
    const asked = given({ plan, unit, period, tier, standing, within, label, due, inOn });
    const filter = { ...asked, among, asOf: this.reads.asOf(query.asOf) };
    return paged(await this.reads.ask(tenant, query.minPosition, new ListReports(tenant, filter, pageOf(query))), request, reply);
  }

  @Get('events')
  @ReadRoute([], {
    may: { action: 'log.read', about: 'nothing' },
    summary: 'The log',
    description: 'Every event of the tenant, in the order in which they were recorded.',
    type: EventPageDto,
  })
  async events(
    @Tenant() tenant: string,
    @Query() query: EventsQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<EventView>> {
    const asked = new ListEvents(tenant, pageOf(query), query.since);
    return paged(await this.reads.ask(tenant, query.minPosition, asked), request, reply);
  }
}
