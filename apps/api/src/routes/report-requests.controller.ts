import {
  RaiseCase,
  RaiseCaseBody,
  type ReportRequest,
  RequestReport,
  RequestReportBody,
  RequestReports,
  RequestReportsBody,
  ReportsRequestedDto,
  WrittenDto,
} from '#application';
import type { ClockTime, LocalDate, PlanId, Tier, UnitId, UnitKind } from '#engine';
import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { UnitPlanWriteRoute, WriteRoute } from '../docs/described.js';
import { markReplayed, written } from '../http/answers.js';
import { Id, type Target, UnitPlanScoped, type Write, WriteScoped } from '../http/params.js';

/** Reports beyond the regime: asked for by those above, or owed because a case is there. */
@ApiTags('reports')
@Controller('api/v1/plans/:plan')
export class ReportRequestsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('report-requests')
  @WriteRoute(['plan'], {
    may: { action: 'report.ask', about: 'actor' },
    summary: 'Ask every unit of a class for a report',
    description:
      'Every unit of the class that has a unit plan owes one more report, to whoever asks. One append for all of them.',
    status: 201,
    type: ReportsRequestedDto,
  })
  async askMany(
    @WriteScoped() write: Write,
    @Id('plan') plan: string,
    @Body() body: RequestReportsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReportsRequestedDto> {
    const { actor, kind, tier, within } = body;
    const recipients = { of: { kind: kind as UnitKind, tier: tier as Tier }, within: (within as UnitId | undefined) ?? null };
    const scope = { ...write, actor: actor as UnitId };
    const result = await this.commands.execute(new RequestReports(scope, plan as PlanId, recipients, requestOf(body)));
    markReplayed(reply, result.replayed);
    const refused = result.refused.map(({ unit, rejection }) => ({ unit, code: rejection.code }));
    return { position: result.position, asked: result.asked, refused };
  }

  @Post('units/:unit/report-requests')
  @UnitPlanWriteRoute([], {
    may: { action: 'report.ask', about: 'actor' },
    summary: 'Ask a unit for a report',
    description: 'Beyond the regime; by whoever may accept its work. It goes to whoever asks.',
    type: WrittenDto,
  })
  async ask(
    @UnitPlanScoped() target: Target,
    @Body() body: RequestReportBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    const command = new RequestReport({ ...target, actor: body.actor as UnitId }, requestOf(body));
    return written(reply, await this.commands.execute(command));
  }

  @Post('units/:unit/cases')
  @UnitPlanWriteRoute([], {
    may: { action: 'work.do', about: 'actor' },
    summary: 'Say that a case is there in which the plan asks for a report',
    description: 'The unit owes that report from now on, within the term that the plan names.',
    type: WrittenDto,
  })
  async raise(
    @UnitPlanScoped() target: Target,
    @Body() { actor, condition }: RaiseCaseBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenDto> {
    return written(reply, await this.commands.execute(new RaiseCase({ ...target, actor: actor as UnitId }, condition)));
  }
}

const requestOf = ({ title, due, time, document }: RequestReportBody): ReportRequest => ({
  title,
  due: due as LocalDate,
  time: (time as ClockTime | undefined) ?? null,
  document: document ? { number: document.number, date: document.date as LocalDate, issuer: document.issuer as UnitId } : null,
});
