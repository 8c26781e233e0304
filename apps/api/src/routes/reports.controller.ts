import {
  AcceptReport,
  ActorBody,
  ExtendDeadlineBody,
  ExtendReport,
  ReturnBody,
  ReturnReport,
  SubmitReport,
  SubmitReportBody,
  type UnitPlanTarget,
  WrittenDto,
} from '#application';
import type { LocalDate, ReportId, UnitId } from '#engine';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitPlanWriteRoute } from '../docs/described.js';
import { written } from '../http/answers.js';
import { Id, type Target, UnitPlanScoped } from '../http/params.js';

@ApiTags('reports')
@Controller('api/v1/plans/:plan/units/:unit/reports/:report')
export class ReportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('submit')
  @UnitPlanWriteRoute(['report'], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Send a report',
    description: 'The log keeps which of the reports that it takes in were there.',
    type: WrittenDto,
  })
  async submit(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() { actor, content }: SubmitReportBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new SubmitReport(by(target, actor), report as ReportId, content)));
  }

  @Post('accept')
  @UnitPlanWriteRoute(['report'], { may: { action: 'work.judge', about: 'actor' }, summary: 'Accept a report', type: WrittenDto })
  async accept(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() { actor }: ActorBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new AcceptReport(by(target, actor), report as ReportId)));
  }

  @Post('return')
  @UnitPlanWriteRoute(['report'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Send a report back',
    type: WrittenDto,
  })
  async sendBack(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() { actor, reason }: ReturnBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new ReturnReport(by(target, actor), report as ReportId, reason)));
  }

  @Post('extend')
  @UnitPlanWriteRoute(['report'], {
    may: { action: 'work.judge', about: 'actor' },
    summary: 'Move the due date of a report to a later day',
    description: 'By a document that orders it.',
    type: WrittenDto,
  })
  async extend(
    @UnitPlanScoped() target: Target,
    @Id('report') report: string,
    @Body() { actor, to, document }: ExtendDeadlineBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const ref = { number: document.number, date: document.date as LocalDate, issuer: document.issuer as UnitId };
    return written(
      reply,
      await this.commands.execute(new ExtendReport(by(target, actor), report as ReportId, to as LocalDate, ref)),
    );
  }
}

const by = (target: Target, actor: string): UnitPlanTarget => ({ ...target, actor: actor as UnitId });
