import { Controller, Get, Headers, Inject, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Access, type Asker, type Standing } from '../auth/access.js';
import { AskedBy } from '../auth/asker.js';
import { ReadRoute } from '../docs/described.js';
import { Tenant } from '../http/params.js';
import { ChangeStreams } from '../live/change-streams.js';
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
    await sendStream(reply, feed);
  }
}

const FOLLOW_CHANGES = 'changes.follow';

/** What changes of what somebody sees. */
@ApiTags('session')
@Controller('api/v1/session')
export class ChangesController {
  constructor(
    private readonly streams: ChangeStreams,
    @Inject(Access) private readonly access: Access,
  ) {}

  @Get('stream')
  @ApiProduces('text/event-stream')
  @ReadRoute([], {
    may: { action: FOLLOW_CHANGES, about: 'nothing' },
    summary: 'Where something changes of what the asker may see, as it happens (server-sent events)',
    description:
      '`changed` names where, gathered over some seconds, and no more than what: `work` (plan and unit), `plans`, `desks` (units that were handed something to judge, or judged it), `documents` (`plans`, `rules`, `organisation`, `calendars`; `rights` for the asker’s own, `people` for whoever looks after the users of the house); 50 of each at most, then `more`. `missed`: the reader took too long. Either: read anew. A comment line comes every 15 seconds of silence. What the asker may see is worked out anew as it changes; it ends once they may no longer come in. At most 5,000 readers of one process, 50 of one user.',
    type: String,
  })
  async follow(
    @Tenant() tenant: string,
    @AskedBy() { subject }: Asker,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const standing = (): Promise<Standing | undefined> => this.access.standing(request, tenant, FOLLOW_CHANGES);
    const feed = await this.streams.open(tenant, { user: subject.user, gone: gone.signal, standing });
    await sendStream(reply, feed);
  }
}

/** The connection ends with the stream: a server that closes does not wait for it to be used again. */
const sendStream = async (reply: FastifyReply, feed: AsyncIterable<string>): Promise<void> => {
  reply.header('Cache-Control', 'no-cache, no-transform').header('X-Accel-Buffering', 'no').header('Connection', 'close');
  await reply.type('text/event-stream; charset=utf-8').send(Readable.from(feed));
};

const ONE_POSITION = { vi: 'Phải là số thứ tự của một sự kiện.', en: 'It must be the position of an event.' };

function positionOf(seen: string | undefined): number | undefined {
  if (seen === undefined || seen === '') return undefined;
  if (/^\d{1,15}$/.test(seen)) return Number(seen);
  const error = { in: 'header', pointer: '/Last-Event-ID', code: 'position', messages: ONE_POSITION } as const;
  throw new RequestFault('request.invalid', [error]);
}
