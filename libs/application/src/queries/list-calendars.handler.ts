import type { CalendarView } from '#contracts';
import { CALENDAR_STREAM, type CalendarData } from '#engine';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { WORKFLOW } from '../tokens.js';
import type { Workflow } from '../workflow/workflow.js';
import { ListCalendars } from './list-calendars.query.js';

@QueryHandler(ListCalendars)
export class ListCalendarsHandler implements IQueryHandler<ListCalendars> {
  constructor(@Inject(WORKFLOW) private readonly workflow: Workflow) {}

  async execute({ tenant }: ListCalendars): Promise<readonly CalendarView[]> {
    const published = await this.workflow.store.readStream(tenant, CALENDAR_STREAM);
    return published
      .map(({ at, data }) => ({ at, ...(data as CalendarData) }))
      .map(({ at, version, years }) => ({ at, version, years }))
      .toReversed();
  }
}
