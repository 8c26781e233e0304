import { WORKFLOW, type Workflow } from '#application';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ReadRoute } from '../docs/described.js';
import { TENANT } from '../http/params.js';
import { RequestFault } from '../problems/faults.js';

const LONGEST_WAIT_MS = 2_000;

class HealthDto {
  @ApiProperty({ description: 'That it is well.', enum: ['ok'] })
  readonly status!: 'ok';
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(TENANT) private readonly tenant: string,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process runs' })
  @ApiResponse({ status: 200, description: 'Done.', type: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @ReadRoute([], { summary: 'The process can answer: its database does', type: HealthDto })
  async ready(): Promise<HealthDto> {
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
    return { status: 'ok' };
  }
}
