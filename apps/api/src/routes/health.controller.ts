import { HealthQuery, WORKFLOW, type Workflow } from '#application';
import type { Readiness, ReadinessCheck } from '#observability';
import { Controller, Get, Inject, Optional, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '../auth/permission.js';
import { ReadRoute } from '../docs/described.js';
import { TENANT } from '../http/params.js';
import { RequestFault } from '../problems/faults.js';

const LONGEST_WAIT_MS = 2_000;

/** Asks whether the process can do its work; absent where nothing but the store is known. */
export const READINESS = Symbol('Readiness');

class HealthDto {
  @ApiProperty({ description: 'That it is well.', enum: ['ok'] })
  readonly status!: 'ok';
}

class HealthCheckDto {
  @ApiProperty({ description: 'What was looked at.', enum: ['database', 'migrations', 'clock', 'projections'] })
  readonly name!: string;

  @ApiProperty({ description: 'Whether it holds.', enum: ['ok', 'failed'] })
  readonly status!: string;
}

class ReadyDto {
  @ApiProperty({
    description: '`degraded`: it answers, and deadlines (no worker lives) or figures (a projection lags) stand still.',
    enum: ['ok', 'degraded'],
  })
  readonly status!: string;

  @ApiPropertyOptional({ description: 'What was looked at.', type: () => [HealthCheckDto] })
  readonly checks?: HealthCheckDto[];
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(TENANT) private readonly tenant: string,
    @Optional() @Inject(READINESS) private readonly readiness?: () => Promise<Readiness>,
  ) {}

  @Get('live')
  @Open()
  @ApiOperation({ summary: 'The process runs' })
  @ApiResponse({ status: 200, description: 'Done.', type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ReadRoute([], {
    may: 'open',
    summary: 'The process can answer: its database does, with the tables that this version needs',
    description:
      'Also looks whether a worker keeps the clock and the projections follow the log; what of that fails makes the answer `degraded`, or 503 under `strict`.',
    type: ReadyDto,
  })
  async ready(@Query() { strict = false }: HealthQuery): Promise<ReadyDto> {
    if (!this.readiness) {
      await this.storeAnswers();
      return { status: 'ok' };
    }
    const { status, checks } = await this.readiness();
    if (status === 'failed')
      throw new RequestFault(failed(checks, 'migrations') ? 'database.not-migrated' : 'database.unavailable');
    if (strict && failed(checks, 'clock')) throw new RequestFault('clock.stands-still');
    if (strict && failed(checks, 'projections')) throw new RequestFault('projections.behind');
    return { status, checks: checks.map(({ name, status: each }) => ({ name, status: each })) };
  }

  private async storeAnswers(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new RequestFault('database.unavailable')), LONGEST_WAIT_MS);
    });
    try {
      await Promise.race([this.workflow.store.head(this.tenant), tooLong]);
    } catch (cause) {
      throw new RequestFault('database.unavailable', [], { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

const failed = (checks: readonly ReadinessCheck[], name: ReadinessCheck['name']): boolean =>
  checks.some((check) => check.name === name && check.status === 'failed');
