import { AskAudit, clockCameTo, type Recomputed, recompute, RecomputeBody, RecomputedDto } from '#application';
import type { PlanId } from '#engine';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';

/** How long one request may take; longer logs are for the command line. */
const SECONDS = 20;

/** Whether the log is what the engine makes of the human events in it. */
@ApiTags('audit')
@Controller('api/v1/audit/recompute')
export class AuditRecomputeController {
  constructor(private readonly reads: Reads) {}

  @Post()
  @AskRoute({
    may: { action: 'log.read', about: 'nothing' },
    summary: 'Recompute what the engine caused',
    description:
      'From the rules, the organisation, the calendar and the human events before it; the first difference with both versions and the cause. Stores nothing. Ends after twenty seconds: `whole` is false then.',
    type: RecomputedDto,
    problems: [404],
  })
  async recompute(@Tenant() tenant: string, @Body() { plan }: RecomputeBody): Promise<Recomputed> {
    const question = new AskAudit<Recomputed>(tenant, async (log) => {
      const until = await clockCameTo(log, tenant);
      const end = performance.now() + SECONDS * 1_000;
      const onProgress = (): boolean => performance.now() < end;
      return recompute(log, tenant, { until, onProgress, ...(plan !== undefined && { plan: plan as PlanId }) });
    });
    return this.reads.ask(tenant, undefined, question);
  }
}
