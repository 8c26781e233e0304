import type { EventView, Page } from '#contracts';
import type { EventStore } from '#event-store';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ASKED_LOG } from '../tokens.js';
import { CursorInvalid, cursorOf, DEFAULT_LIMIT, keyOfCursor } from './cursor.js';
import { eventView } from './event-view.js';
import { ListEvents } from './list-events.query.js';

const LIST = 'events';

@QueryHandler(ListEvents)
export class ListEventsHandler implements IQueryHandler<ListEvents> {
  constructor(@Inject(ASKED_LOG) private readonly log: EventStore) {}

  async execute({ tenant, page, since }: ListEvents): Promise<Page<EventView>> {
    const limit = page.limit ?? DEFAULT_LIMIT;
    const after = page.after === undefined ? since : positionOf(page.after);
    const events = await this.log.readAll(tenant, after, limit + 1);
    const last = events.length > limit ? events[limit - 1] : undefined;
    return { items: events.slice(0, limit).map(eventView), next: last ? cursorOf(LIST, String(last.position)) : null };
  }
}

function positionOf(cursor: string): number {
  const position = Number(keyOfCursor(LIST, cursor));
  if (!Number.isSafeInteger(position) || position < 0) throw new CursorInvalid(cursor);
  return position;
}
