import { AskAudit, ChangePageDto, changes, type ChangesAsked, changesPage, ChangesQuery, ChangesStreamQuery } from '#application';
import type { AuditChange, Page } from '#contracts';
import type { Instant } from '#engine';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { ReadRoute } from '../docs/described.js';
import { paged } from '../http/answers.js';
import { Tenant } from '../http/params.js';
import { Reads } from '../http/reads.js';
import { given } from './page-request.js';

const MAY = { action: 'log.read', about: 'nothing' } as const;

/** What changed between two moments. */
@ApiTags('audit')
@Controller('api/v1/audit/changes')
export class AuditChangesController {
  constructor(private readonly reads: Reads) {}

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
    const page = { asked: this.asked(query), ...given({ after: query.after, limit: query.limit, newest: query.newest }) };
    const question = new AskAudit(tenant, (log) => changesPage(log, tenant, page));
    return paged(await this.reads.ask(tenant, undefined, question), request, reply);
  }

  @Get('lines')
  @ApiProduces('application/x-ndjson')
  @ReadRoute([], { may: MAY, summary: 'What changed between two moments, one JSON object a line', type: String })
  async lines(@Tenant() tenant: string, @Query() query: ChangesStreamQuery, @Res() reply: FastifyReply): Promise<void> {
    const asked = this.asked(query);
    const found = await this.reads.ask(tenant, undefined, new AskAudit(tenant, async (log) => changes(log, tenant, asked)));
    await reply.type('application/x-ndjson; charset=utf-8').send(Readable.from(asNow(linesOf(found))));
  }

  private asked({ from, to, recorded, plan, unit, kind }: ChangesStreamQuery): ChangesAsked {
    const span = { from: this.reads.asOf(from) as Instant, to: this.reads.asOf(to) as Instant };
    return { ...span, ...given({ recorded, plan, unit, kind }) };
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
