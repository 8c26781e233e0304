import { RefuseExtension, RefuseExtensionBody, RequestExtension, RequestExtensionBody, WrittenDto } from '#application';
import type { LocalDate, ObligationKey, UnitId } from '#engine';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitPlanWriteRoute } from '../docs/described.js';
import { written } from '../http/answers.js';
import { Id, type Target, UnitPlanScoped } from '../http/params.js';

const ASK = {
  may: { action: 'work.do', about: 'actor' },
  description:
    'No date moves by it, and nothing waits for it. It takes the place of an earlier request. It is over once a document moves the ' +
    'deadline, it is refused, or the work is handed in or ends.',
  type: WrittenDto,
} as const;
const REFUSE = {
  may: { action: 'work.judge', about: 'actor' },
  description: 'A yes is a document that moves the deadline.',
  type: WrittenDto,
} as const;

@ApiTags('extensions')
@Controller('api/v1/plans/:plan/units/:unit')
export class ExtensionRequestsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('items/:item/extension-request')
  @UnitPlanWriteRoute(['item'], { ...ASK, summary: 'Ask for a later day for an item' })
  askItem(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() body: RequestExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return this.write(asked(target, `item ${item}`, body), reply);
  }

  @Post('items/:item/refuse-extension')
  @UnitPlanWriteRoute(['item'], { ...REFUSE, summary: 'Refuse the later day that is asked for an item' })
  refuseItem(
    @UnitPlanScoped() target: Target,
    @Id('item') item: string,
    @Body() body: RefuseExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return this.write(refused(target, `item ${item}`, body), reply);
  }

  @Post('reports/:report/extension-request')
  @UnitPlanWriteRoute(['report'], { ...ASK, summary: 'Ask for a later day for a report' })
  askReport(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() body: RequestExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return this.write(asked(target, `report ${report}`, body), reply);
  }

  @Post('reports/:report/refuse-extension')
  @UnitPlanWriteRoute(['report'], { ...REFUSE, summary: 'Refuse the later day that is asked for a report' })
  refuseReport(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() body: RefuseExtensionBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return this.write(refused(target, `report ${report}`, body), reply);
  }

  private async write(command: RequestExtension | RefuseExtension, reply: FastifyReply): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(command));
  }
}

const asked = (target: Target, obligation: string, { actor, to, reason }: RequestExtensionBody): RequestExtension =>
  new RequestExtension({ ...target, actor: actor as UnitId }, obligation as ObligationKey, to as LocalDate, reason);

const refused = (target: Target, obligation: string, { actor, reason }: RefuseExtensionBody): RefuseExtension =>
  new RefuseExtension({ ...target, actor: actor as UnitId }, obligation as ObligationKey, reason);
