import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Access } from '../auth/access.js';
import { ReadRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { LiveStreams } from '../live/live-streams.js';
import { RequestFault } from '../problems/faults.js';

const FOLLOW = 'log.follow';

/** The log as it grows. */
@ApiTags('lists')
@Controller('api/v1/events')
export class LiveController {
  constructor(
    private readonly streams: LiveStreams,
    @Inject(Access) private readonly access: Access,
  ) {}

  @Get('stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Position of the last event that was seen: the stream goes on after it. From now on unless told.',
    schema: { type: 'integer', minimum: 0, example: 8749 },
  })
  @ApiProduces('text/event-stream')
  @ReadRoute([], {
    may: { action: FOLLOW, about: 'nothing' },
    summary: 'What is recorded, as it happens (server-sent events)',
    description:
      '`recorded` names each event’s position, stream, type and time; `skipped` where more has happened than is told one by one: read anew. A comment line comes every 15 seconds of silence. It ends once the right to it does. At most 200 readers of one process.',
    type: String,
  })
  async follow(
    @Tenant() tenant: string,
    @Headers('last-event-id') seen: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    request.raw.once('close', () => gone.abort());
    const stillMay = (): Promise<boolean> => this.access.stillMay(request, tenant, FOLLOW);
    const feed = await this.streams.open(tenant, { from: positionOf(seen), gone: gone.signal, stillMay });
    reply.header('Cache-Control', 'no-cache, no-transform').header('X-Accel-Buffering', 'no');
    await reply.type('text/event-stream; charset=utf-8').send(Readable.from(feed));
  }
}

const ONE_POSITION = { vi: 'Phải là số thứ tự của một sự kiện.', en: 'It must be the position of an event.' };

function positionOf(seen: string | undefined): number | undefined {
  if (seen === undefined || seen === '') return undefined;
  if (/^\d{1,15}$/.test(seen)) return Number(seen);
  const error = { in: 'header', pointer: '/Last-Event-ID', code: 'position', messages: ONE_POSITION } as const;
  throw new RequestFault('request.invalid', [error]);
}
