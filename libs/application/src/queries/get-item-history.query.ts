import type { EventView, Page, PageRequest } from '#contracts';
import type { Place } from '#engine';
import { Query } from '@nestjs/cqrs';

/** A rule behind an event, and where it stands in the text that set it. */
export interface RuleLine {
  /** Content hash of the rules document. */
  readonly rules: string;
  /** The rule, as the text numbers it: `task 1.2`, `step after-5wd`, `cascade`. */
  readonly rule: string;
  readonly place: Place | null;
  /** The line of the text at that place, verbatim. */
  readonly line: string | null;
}

/** One event of an item's life. `data` holds of the event what concerns the item. */
export interface HistoryEntry extends EventView {
  /** Why the engine caused it; null for people's own acts. */
  readonly rule: RuleLine | null;
  /** Where the task stands, for events that assign or change it. */
  readonly task: RuleLine | null;
}

/** Everything that happened to one item, in order, with the rules that caused it. */
export class GetItemHistory extends Query<Page<HistoryEntry>> {
  constructor(
    readonly tenant: string,
    readonly place: { readonly plan: string; readonly unit: string; readonly item: string },
    readonly page: PageRequest,
  ) {
    super();
  }
}
