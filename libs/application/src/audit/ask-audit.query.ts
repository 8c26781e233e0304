import { Query } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';

/** Something that auditors ask of the log itself; nothing is written. */
export class AskAudit<T> extends Query<T> {
  constructor(
    readonly tenant: string,
    readonly question: (log: EventStore, tenant: string) => Promise<T>,
  ) {
    super();
  }
}
