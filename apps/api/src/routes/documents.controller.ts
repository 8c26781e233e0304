import {
  AmendPlan,
  AmendPlanBody,
  DeclareEvent,
  DeclareEventBody,
  type DocumentBody,
  EndPlan,
  EndPlanBody,
  type PlanChangeBody,
  RecordedDto,
} from '#application';
import type { DocumentRef, LocalDate, PlanChange, PlanId, UnitId } from '#engine';
import type { Appended } from '#event-store';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { WriteRoute } from '../docs/described.js';
import { markReplayed } from '../http/answers.js';
import { Id, type Write, WriteScoped } from '../http/params.js';

/** What documents say of a plan that is running; every unit plan concerned reacts by itself. */
@ApiTags('documents')
@Controller('api/v1/plans/:plan')
export class DocumentsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('events')
  @WriteRoute(['plan'], {
    may: { action: 'event.declare', about: 'actor' },
    summary: 'Declare that something has happened',
    description: 'Work that waits for it wakes, and its clocks run from that day. By the issuer, the focal point or a resolver.',
    status: 201,
    type: RecordedDto,
  })
  async declare(
    @WriteScoped() write: Write,
    @Id('plan') plan: string,
    @Body() { actor, event, on, units, document }: DeclareEventBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedDto> {
    const named = (units as UnitId[] | undefined) ?? null;
    const data = { plan: plan as PlanId, event, on: on as LocalDate, units: named, document: documentOf(document) };
    return recorded(reply, await this.commands.execute(new DeclareEvent({ ...write, actor: actor as UnitId }, data)));
  }

  @Post('amendments')
  @WriteRoute(['plan'], {
    may: { action: 'plan.change', about: 'actor' },
    summary: 'Put off, stop or take back tasks of a plan',
    description: 'By a document of the issuer, the focal point or whoever is above the issuer.',
    status: 201,
    type: RecordedDto,
  })
  async amend(
    @WriteScoped() write: Write,
    @Id('plan') plan: string,
    @Body() { actor, changes, document }: AmendPlanBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedDto> {
    const data = { plan: plan as PlanId, changes: changes.map(changeOf), document: documentOf(document) };
    return recorded(reply, await this.commands.execute(new AmendPlan({ ...write, actor: actor as UnitId }, data)));
  }

  @Post('end')
  @WriteRoute(['plan'], {
    may: { action: 'plan.change', about: 'actor' },
    summary: 'End a plan',
    description: 'Its open work ends everywhere; what is in stays.',
    status: 201,
    type: RecordedDto,
  })
  async end(
    @WriteScoped() write: Write,
    @Id('plan') plan: string,
    @Body() { actor, how, document }: EndPlanBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedDto> {
    const data = { plan: plan as PlanId, how, document: documentOf(document) };
    return recorded(reply, await this.commands.execute(new EndPlan({ ...write, actor: actor as UnitId }, data)));
  }
}

function recorded(reply: FastifyReply, { position, replayed }: Appended): RecordedDto {
  markReplayed(reply, replayed);
  return { position };
}

function changeOf({ kind, task, from, until }: PlanChangeBody): PlanChange {
  switch (kind) {
    case 'extend':
      return { kind, task, until: until as LocalDate };
    case 'suspend':
      return { kind, task, from: from as LocalDate, until: (until as LocalDate | undefined) ?? null };
    case 'withdraw':
      return { kind, task };
  }
}

const documentOf = ({ number, date, issuer }: DocumentBody): DocumentRef => ({
  number,
  date: date as LocalDate,
  issuer: issuer as UnitId,
});
