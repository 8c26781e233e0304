import type { Appended } from '#event-store';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { readCalendar } from '../audit/read-files.js';
import { CLOCK, WORKFLOW } from '../tokens.js';
import type { Clock } from '../workflow/clock.js';
import type { Workflow } from '../workflow/workflow.js';
import { once } from './once.js';
import { PublishCalendar } from './publish-calendar.command.js';
import { keyOf } from './scope.js';

@CommandHandler(PublishCalendar)
export class PublishCalendarHandler implements ICommandHandler<PublishCalendar> {
  constructor(
    @Inject(WORKFLOW) private readonly workflow: Workflow,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ scope, calendar }: PublishCalendar): Promise<Appended> {
    const data = readCalendar(calendar, 'calendar');
    const { store, organisation } = this.workflow;
    return once(store, scope, () => organisation.publishCalendar(scope.tenant, data, this.clock.now(), keyOf(scope)));
  }
}
