import { TextField } from '#application';
import type { Operations, StuckPlan } from '#contracts';
import type { OperationBook } from '#persistence';
import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { ReadRoute, WriteRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { OperationsDto, StuckListDto } from './operations.dto.js';
import { given } from './page-request.js';

/** How the work in the background goes on. */
export const OPERATIONS = Symbol('Operations');

/** What the routes ask of it. */
export type OperationsOf = Pick<OperationBook, 'now' | 'stuck' | 'retry'>;

/** Where nothing goes on in the background. */
export const NO_OPERATIONS: OperationsOf = {
  now: async () => ({
    workers: [],
    lateness: { second: 0, seconds: 0, minute: 0, minutes: 0, longer: 0 },
    projections: [],
    seal: null,
    stuck: 0,
    dead: 0,
    databaseBytes: 0,
  }),
  stuck: async () => [],
  retry: async () => 0,
};

class RetryBody {
  @TextField({
    description: 'The stream of the unit plan; all of them unless told.',
    example: 'unit-plan/239-KH-UBND_2022-06-30_vn-10/vn-10.086',
    max: 600,
    optional: true,
  })
  readonly stream?: string;
}

class RetriedDto {
  @ApiProperty({ description: 'How many unit plans the clock looks at again.', type: 'integer' })
  readonly retried!: number;
}

/** For those who look after the system. */
@ApiTags('operations')
@Controller('api/v1/operations')
export class OperationsController {
  constructor(@Inject(OPERATIONS) private readonly book: OperationsOf) {}

  @Get()
  @ReadRoute([], {
    may: { action: 'operations.read', about: 'nothing' },
    summary: 'How the clock, the projections, the sealing and the deliveries stand',
    type: OperationsDto,
  })
  now(@Tenant() tenant: string): Promise<Operations> {
    return this.book.now(tenant);
  }

  @Get('stuck')
  @ReadRoute([], {
    may: { action: 'operations.read', about: 'nothing' },
    summary: 'Unit plans that the clock has set aside because looking at them fails each time',
    description: 'The longest waiting first, a thousand at most.',
    type: StuckListDto,
  })
  async stuck(@Tenant() tenant: string): Promise<{ readonly items: readonly StuckPlan[] }> {
    return { items: await this.book.stuck(tenant) };
  }

  @Post('stuck/retry')
  @WriteRoute([], {
    may: { action: 'operations.retry', about: 'nothing' },
    summary: 'Have the clock look again at what it has set aside',
    description: 'Each as of the instant at which it was due. One that is not set aside stays as it is.',
    type: RetriedDto,
  })
  async retry(@Tenant() tenant: string, @Body() body: RetryBody): Promise<RetriedDto> {
    const { stream } = given({ stream: body.stream });
    return { retried: await this.book.retry(tenant, stream) };
  }
}
