import { CalendarsDto, ListCalendars, PublishCalendar, PublishCalendarBody, RecordedDto } from '#application';
import type { CalendarView } from '#contracts';
import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ReadRoute, WriteRoute } from '../docs/described.js';
import { markReplayed } from '../http/answers.js';
import { Tenant, type Write, WriteScoped } from '../http/params.js';
import { Reads } from '../http/reads.js';

/** Which days are worked. */
@ApiTags('calendars')
@Controller('api/v1/calendars')
export class CalendarsController {
  constructor(
    private readonly reads: Reads,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @ReadRoute([], {
    may: { action: 'organisation.read', about: 'nothing' },
    summary: 'Working calendars that have been published, the one that holds now first',
    type: CalendarsDto,
  })
  async list(@Tenant() tenant: string): Promise<{ readonly items: readonly CalendarView[] }> {
    return { items: await this.reads.ask(tenant, undefined, new ListCalendars(tenant)) };
  }

  @Post()
  @WriteRoute([], {
    may: { action: 'calendar.publish', about: 'nothing' },
    summary: 'Publish a working calendar',
    description: 'It holds from now on. The clock counts dates of running work anew by it, plan by plan.',
    status: 201,
    type: RecordedDto,
    problems: [422],
  })
  async publish(
    @WriteScoped() write: Write,
    @Body() { calendar }: PublishCalendarBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecordedDto> {
    const { position, replayed } = await this.commands.execute(new PublishCalendar(write, calendar));
    markReplayed(reply, replayed);
    return { position };
  }
}
