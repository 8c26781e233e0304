import {
  AskAudit,
  readCalendar,
  readOtherOrganisation,
  type WhatIf,
  whatIf,
  type WhatIfAsked,
  WhatIfBody,
  WhatIfDto,
} from '#application';
import type { Instant, LocalDate, PlanId } from '#engine';
import type { EventStore } from '#event-store';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

/** What one request may cost; larger questions are for the command line. */
const LIMITS = { events: 100_000, seconds: 20 };

/** What would have been. */
@ApiTags('audit')
@Controller('api/v1/audit/what-if')
export class AuditWhatIfController {
  constructor(private readonly reads: Reads) {}

  @Post()
  @AskRoute({
    may: { action: 'log.read', about: 'nothing' },
    summary: 'What would have been under other rules, another calendar or another organisation',
    description:
      'The same human acts and the same engine in a copy of history: who would have been late, what would have been due, which steps would have happened, and which acts could not be carried over. The record is not touched. At most 100,000 events and twenty seconds.',
    type: WhatIfDto,
    problems: [404],
  })
  async ask(@Tenant() tenant: string, @Body() body: WhatIfBody): Promise<WhatIf> {
    const question = new AskAudit<WhatIf>(tenant, async (log) =>
      whatIf(log, tenant, await this.asked(log, tenant, body), LIMITS),
    );
    return this.reads.ask(tenant, undefined, question);
  }

  private async asked(log: EventStore, tenant: string, body: WhatIfBody): Promise<WhatIfAsked> {
    const { plan, at, until, rules, calendar, organisation, dayOff, dayWorked } = body;
    const date = (dayOff ?? dayWorked) as LocalDate | undefined;
    const moment = (text: string | undefined): Instant | undefined =>
      text === undefined ? undefined : (this.reads.asOf(text) as Instant);
    return {
      plan: plan as PlanId,
      ...given({ at: moment(at), until: moment(until), rules }),
      ...(date && { day: { date, works: dayOff === undefined } }),
      ...(calendar && { calendar: readCalendar(calendar, 'calendar') }),
      ...(organisation && (await readOtherOrganisation(log, tenant, { json: organisation, file: 'organisation' }))),
    };
  }
}
