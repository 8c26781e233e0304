import type { Appended } from '#event-store';
import { Command } from '@nestjs/cqrs';
import type { HouseScope } from './scope.js';

/** Publish a working calendar: it holds from now on, and dates are counted anew by it. */
export class PublishCalendar extends Command<Appended> {
  constructor(
    readonly scope: HouseScope,
    /** As in a calendar file; read, and refused where it does not fit, when it is carried out. */
    readonly calendar: unknown,
  ) {
    super();
  }
}
