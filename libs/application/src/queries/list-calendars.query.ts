import type { CalendarView } from '#contracts';
import { Query } from '@nestjs/cqrs';

/** Every working calendar that has been published, the one that holds now first. */
export class ListCalendars extends Query<readonly CalendarView[]> {
  constructor(readonly tenant: string) {
    super();
  }
}
