import {
  CompletenessDto,
  CompletenessQuery,
  GetCompleteness,
  GetMissingReports,
  GetStepsTaken,
  GetTaskTable,
  MissingReportsDto,
  MissingReportsQuery,
  StepsTakenDto,
  StepsTakenQuery,
  TaskTableDto,
} from '#application';
import type { Completeness, MissingReports, StepsTaken, TaskTable } from '#contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../docs/described.js';
import { Id, Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given, pageOf } from './page-request.js';

/** How complete and how timely the work and the reports of a plan are, and who is missing. */
@ApiTags('reports')
@Controller('api/v1/plans/:plan')
export class CompletenessController {
  constructor(private readonly reads: Reads) {}

  @Get('completeness')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'Completeness and timeliness of reports, by unit and period',
    description:
      'Of the reports whose last day has passed: received out of expected, and on time out of expected. One row for each unit directly below the one asked about, with all that lies below it.',
    type: CompletenessDto,
  })
  async table(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: CompletenessQuery): Promise<Completeness> {
    const filter = { asOf: this.reads.asOf(query.asOf), ...given({ within: query.within }) };
    return this.reads.ask(tenant, query.minPosition, new GetCompleteness(tenant, plan, filter));
  }

  @Get('tasks')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'How items stand, by unit and task',
    description:
      'One row for each unit directly below the one asked about, with all that lies below it; cancelled items left out.',
    type: TaskTableDto,
  })
  async tasks(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: CompletenessQuery): Promise<TaskTable> {
    const filter = { asOf: this.reads.asOf(query.asOf), ...given({ within: query.within }) };
    return this.reads.ask(tenant, query.minPosition, new GetTaskTable(tenant, plan, filter));
  }

  @Get('missing-reports')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'Reports that have not come in though their last day has passed',
    description: 'The longest overdue first.',
    type: MissingReportsDto,
  })
  async missing(
    @Tenant() tenant: string,
    @Id('plan') plan: string,
    @Query() query: MissingReportsQuery,
  ): Promise<MissingReports> {
    const asked = given({ within: query.within, label: query.period });
    const filter = { asOf: this.reads.asOf(query.asOf), ...asked, ...pageOf(query) };
    return this.reads.ask(tenant, query.minPosition, new GetMissingReports(tenant, plan, filter));
  }

  @Get('steps-taken')
  @ReadRoute(['plan'], {
    may: { action: 'figures.read', about: 'plan' },
    summary: 'Where steps of the ladder have been taken',
    description: 'Those that the progress of the plan counts, the newest first.',
    type: StepsTakenDto,
  })
  async stepsTaken(@Tenant() tenant: string, @Id('plan') plan: string, @Query() query: StepsTakenQuery): Promise<StepsTaken> {
    const { step, on, kind, within } = query;
    const filter = { asOf: this.reads.asOf(query.asOf), ...given({ step, on, kind, within }), ...pageOf(query) };
    return this.reads.ask(tenant, query.minPosition, new GetStepsTaken(tenant, plan, filter));
  }
}
