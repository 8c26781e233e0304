import {
  RefuseExtension,
  RefuseExtensionBody,
  RequestExtension,
  RequestExtensionBody,
  type UnitPlanTarget,
  WrittenDto,
} from '#application';
import type { LocalDate, ObligationKey, UnitId } from '#engine';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitPlanWriteRoute } from '../docs/described.js';
import { written } from '../http/answers.js';
import { Id, type Target, UnitPlanScoped } from '../http/params.js';

const ASKED =
  'No date moves by it, and nothing waits for it. It takes the place of an earlier request. It is over once a document moves the ' +
  'deadline, it is refused, or the work is handed in or ends.';
const REFUSED = 'A yes is a document that moves the deadline.';

@ApiTags('extensions')
@Controller('api/v1/plans/:plan/units/:unit')
export class ExtensionRequestsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('items/:item/extension-request')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Ask for a later day for an item',
    description: ASKED,
    type: WrittenDto,
  })
  async askItem(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, to, reason }: RequestExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const command = new RequestExtension(by(target, actor), `item ${item}` as ObligationKey, to as LocalDate, reason);
    return written(reply, await this.commands.execute(command));
  }

  @Post('items/:item/refuse-extension')
  @UnitPlanWriteRoute(['item'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Refuse the later day that is asked for an item',
    description: REFUSED,
    type: WrittenDto,
  })
  async refuseItem(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() { actor, reason }: RefuseExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const command = new RefuseExtension(by(target, actor), `item ${item}` as ObligationKey, reason);
    return written(reply, await this.commands.execute(command));
  }

  @Post('reports/:report/extension-request')
  @UnitPlanWriteRoute(['report'], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Ask for a later day for a report',
    description: ASKED,
    type: WrittenDto,
  })
  async askReport(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() { actor, to, reason }: RequestExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const command = new RequestExtension(by(target, actor), `report ${report}` as ObligationKey, to as LocalDate, reason);
    return written(reply, await this.commands.execute(command));
  }

  @Post('reports/:report/refuse-extension')
  @UnitPlanWriteRoute(['report'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Refuse the later day that is asked for a report',
    description: REFUSED,
    type: WrittenDto,
  })
  async refuseReport(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() { actor, reason }: RefuseExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const command = new RefuseExtension(by(target, actor), `report ${report}` as ObligationKey, reason);
    return written(reply, await this.commands.execute(command));
  }
}

const by = (target: Target, actor: string): UnitPlanTarget => ({ ...target, actor: actor as UnitId });
