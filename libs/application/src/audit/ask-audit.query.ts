import { Query } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import type { StreamReader } from './opened-log.js';

/** Something that auditors ask of the log itself; nothing is written. */
export class AskAudit<T> extends Query<T> {
  constructor(
    readonly tenant: string,
    /** @param opened for a question about one unit plan: see {@link openedLog} */
    readonly question: (log: EventStore, opened: StreamReader) => Promise<T>,
  ) {
    super();
  }
}
