import {
  AskAudit,
  ChangePageDto,
  changes,
  type ChangesAsked,
  type ChangesOutline,
  changesOutline,
  changesPage,
  ChangesQuery,
  ChangesStreamQuery,
  firstOfDay,
  OutlineDto,
  OutlineQuery,
  DayPlaceDto,
  PlaceQuery,
} from '#application';
import type { AuditChange, Page } from '#contracts';
import type { Instant, LocalDate } from '#engine';
import type { LogIndex } from '#read-models';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { ReadRoute } from '../docs/described.js';
import { paged } from '../http/answers.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

/** What finds events of the log by what they are about. */
export const LOG_INDEX = Symbol('LogIndex');

/** Entries of an outline's page where nobody says how many. */
const EVERY = 200;
const MAY = { action: 'log.read', about: 'nothing' } as const;

/** What changed between two moments. */
@ApiTags('audit')
@Controller('api/v1/audit/changes')
export class AuditChangesController {
  constructor(
    private readonly reads: Reads,
    @Inject(LOG_INDEX) private readonly index: LogIndex,
  ) {}

  @Get()
  @ReadRoute([], {
    may: MAY,
    summary: 'What changed between two moments, by pages',
    description: 'In the order of recording, or the last recorded first. A page may have few entries, or none, and still a next.',
    type: ChangePageDto,
  })
  async page(
    @Tenant() tenant: string,
    @Query() query: ChangesQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<AuditChange>> {
    const { after, since, limit, newest } = query;
    const page = { asked: this.asked(query), ...given({ after, since, limit, newest }) };
    const question = new AskAudit(tenant, (log) => changesPage({ log, index: this.index }, tenant, page));
    return paged(await this.reads.ask(tenant, undefined, question), request, reply);
  }

  @Get('outline')
  @ReadRoute([], {
    may: MAY,
    summary: 'How many changes there are, and where their pages begin',
    description: 'Any page is then one look (`since` one less than where it begins), however far down it lies.',
    type: OutlineDto,
  })
  outline(@Tenant() tenant: string, @Query() { every = EVERY, ...query }: OutlineQuery): Promise<ChangesOutline> {
    const asked = this.asked(query);
    const question = new AskAudit(tenant, (log) => changesOutline({ log, index: this.index }, tenant, { asked, every }));
    return this.reads.ask(tenant, undefined, question);
  }

  @Get('place')
  @ReadRoute([], { may: MAY, summary: 'Where a day begins in the log', type: DayPlaceDto })
  async place(@Tenant() tenant: string, @Query() { day, recorded }: PlaceQuery): Promise<DayPlaceDto> {
    const asked = { day: day as LocalDate, ...given({ recorded }) };
    const question = new AskAudit(tenant, (log) => firstOfDay({ log, index: this.index }, tenant, asked));
    return { begins: await this.reads.ask(tenant, undefined, question) };
  }

  @Get('lines')
  @ApiProduces('application/x-ndjson')
  @ReadRoute([], { may: MAY, summary: 'What changed between two moments, one JSON object a line', type: String })
  async lines(@Tenant() tenant: string, @Query() query: ChangesStreamQuery, @Res() reply: FastifyReply): Promise<void> {
    const asked = this.asked(query);
    const found = await this.reads.ask(tenant, undefined, new AskAudit(tenant, async (log) => changes(log, tenant, asked)));
    await reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(asNow(linesOf(found))));
  }

  private asked({ from, to, recorded, plan, unit, kind, about, who }: ChangesStreamQuery): ChangesAsked {
    const instant = (moment: string | undefined) => (moment === undefined ? undefined : (this.reads.asOf(moment) as Instant));
    return given({ from: instant(from), to: instant(to), recorded, plan, unit, kind, about, who });
  }
}

/** Goes on, whenever more of an answer is taken, for whom it was begun. */
function asNow<T>(lines: AsyncGenerator<T>): AsyncIterable<T> {
  const asAsker = AsyncLocalStorage.snapshot();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => asAsker(() => lines.next()),
      return: () => asAsker(() => lines.return(undefined)),
    }),
  };
}

async function* linesOf(found: AsyncIterable<AuditChange>): AsyncGenerator<string> {
  for await (const change of found) yield `${JSON.stringify(change)}\n`;
}
