import {
  AcceptItem,
  ActorBody,
  AsOfQuery,
  type DocumentBody,
  ExtendDeadline,
  ExtendDeadlineBody,
  GetItem,
  GetItemHistory,
  HistoryDto,
  ItemDto,
  PageQuery,
  ReceiveItem,
  ResolveDeadline,
  ResolveDeadlineBody,
  ResumeItem,
  ResumeItemBody,
  ReturnBody,
  ReturnItem,
  StartItem,
  SubmitItem,
  SubmitItemBody,
  SuspendItem,
  SuspendItemBody,
  type UnitPlanTarget,
  WithdrawItem,
  WithdrawItemBody,
  WrittenDto,
  type HistoryEntry,
} from '#application';
import type { ItemView, Page } from '#contracts';
import type { DocumentRef, ItemId, LocalDate, UnitId } from '#engine';
import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadRoute, UnitPlanWriteRoute } from '../docs/described.js';
import { paged, written } from '../http/answers.js';
import { Id, type Target, Tenant, UnitPlanScoped } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { pageOf } from './page-request.js';

@ApiTags('items')
@Controller('api/v1/plans/:plan/units/:unit/items/:item')
export class ItemsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly reads: Reads,
  ) {}

  @Get()
  @ReadRoute(['plan', 'unit', 'item'], { may: { action: 'work.read', about: 'path' }, summary: 'An item', type: ItemDto })
  async one(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Id('item') item: string,
    @Query() query: AsOfQuery,
  ): Promise<ItemView> {
    const asked = new GetItem(tenant, { plan, unit, item }, this.reads.asOf(query.asOf));
    return this.reads.ask(tenant, query.minPosition, asked);
  }

  @Get('history')
  @ReadRoute(['plan', 'unit', 'item'], {
    may: { action: 'work.read', about: 'path' },
    summary: 'Everything that happened to an item',
    description: 'In order, with the rules that caused it and the lines of the text where they stand.',
    type: HistoryDto,
  })
  async history(
    @Tenant() tenant: string,
    @Query() query: PageQuery,
    @Id('plan') plan: string,
    @Id('unit') unit: string,
    @Req() request: FastifyRequest<{ Params: { item: string } }>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<HistoryEntry>> {
    const asked = new GetItemHistory(tenant, { plan, unit, item: request.params.item }, pageOf(query));
    return paged(await this.reads.ask(tenant, query.minPosition, asked), request, reply);
  }

  @Post('receive')
  @UnitPlanWriteRoute(['item'], { may: { action: 'work.do', about: 'actor' }, summary: 'Acknowledge an item', type: WrittenDto })
  async receive(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor }: ActorBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new ReceiveItem(by(target, actor), item as ItemId)));
  }

  @Post('start')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Begin work on an item',
    type: WrittenDto,
  })
  async start(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor }: ActorBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new StartItem(by(target, actor), item as ItemId)));
  }

  @Post('submit')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Hand in the result of an item',
    description: 'Whether it is late is judged by this moment.',
    type: WrittenDto,
  })
  async submit(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, note }: SubmitItemBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new SubmitItem(by(target, actor), item as ItemId, note ?? null)));
  }

  @Post('accept')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Accept the result of an item',
    description: 'By the issuer, the focal point, the direct superior or the named receiver.',
    type: WrittenDto,
  })
  async accept(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor }: ActorBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new AcceptItem(by(target, actor), item as ItemId)));
  }

  @Post('return')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Send the result of an item back',
    type: WrittenDto,
  })
  async sendBack(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, reason }: ReturnBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new ReturnItem(by(target, actor), item as ItemId, reason)));
  }

  @Post('extend')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Move a deadline to a later day',
    description: 'By a document that orders it.',
    type: WrittenDto,
  })
  async extend(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, to, document }: ExtendDeadlineBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(
      reply,
      await this.commands.execute(new ExtendDeadline(by(target, actor), item as ItemId, to as LocalDate, documentOf(document))),
    );
  }

  @Post('resolve')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Give a date to a deadline left open',
    description: 'For deadlines “as regulated”.',
    type: WrittenDto,
  })
  async resolve(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, due, document }: ResolveDeadlineBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(
      reply,
      await this.commands.execute(new ResolveDeadline(by(target, actor), item as ItemId, due as LocalDate, documentOf(document))),
    );
  }

  @Post('suspend')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Stop the clock of an item',
    description: 'By a document that orders it. What is left of the term is kept.',
    type: WrittenDto,
  })
  async suspend(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, from, until, document }: SuspendItemBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const span = { from: from as LocalDate, until: (until as LocalDate | undefined) ?? null };
    return written(
      reply,
      await this.commands.execute(new SuspendItem(by(target, actor), item as ItemId, span, documentOf(document))),
    );
  }

  @Post('resume')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Let the clock of an item go on',
    type: WrittenDto,
  })
  async resume(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, on, document }: ResumeItemBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(
      reply,
      await this.commands.execute(new ResumeItem(by(target, actor), item as ItemId, on as LocalDate, documentOf(document))),
    );
  }

  @Post('withdraw')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Take an item back',
    description: 'Nobody owes it any more.',
    type: WrittenDto,
  })
  async withdraw(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, reason, document }: WithdrawItemBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(
      reply,
      await this.commands.execute(new WithdrawItem(by(target, actor), item as ItemId, reason, documentOf(document))),
    );
  }
}

const by = (target: Target, actor: string): UnitPlanTarget => ({ ...target, actor: actor as UnitId });

const documentOf = ({ number, date, issuer }: DocumentBody): DocumentRef => ({
  number,
  date: date as LocalDate,
  issuer: issuer as UnitId,
});
