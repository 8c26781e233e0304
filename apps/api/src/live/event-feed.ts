import type { RecordedEvent } from '#event-store';

/** What a feed reads, and how it lets time pass. */
export interface FeedSource {
  /** The tenant's log after a position, at most `limit` events. */
  events(after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** Position of the tenant's last event. */
  head(): Promise<number>;
  /** Waits one turn; ends early where the reader has gone. */
  turn(): Promise<void>;
  /** True once nobody reads any more. */
  readonly isOver: boolean;
}

/** Turns without an event after which a sign of life is sent: proxies close connections that say nothing. */
export const BEAT_TURNS = 15;
/** Events told one by one in one turn. Whoever is further behind is told where the log stands, and reads anew. */
export const MOST_AT_ONCE = 200;
const RETRY_MS = 3_000;

/**
 * The log from a position on, as server-sent events: `recorded` for each event, with its position as id, so that a reader who comes
 * back names the last that it has seen; `skipped` where more has happened than is told one by one. Never ends by itself.
 */
export async function* eventFeed(source: FeedSource, from: number): AsyncGenerator<string> {
  let position = from;
  let quiet = 0;
  yield `retry: ${RETRY_MS}\n\n`;
  while (!source.isOver) {
    const told = await next(source, position);
    if (told) {
      yield told.text;
      position = told.position;
      quiet = 0;
    } else {
      quiet += 1;
      if (quiet % BEAT_TURNS === 0) yield ': alive\n\n';
      await source.turn();
    }
  }
}

async function next(source: FeedSource, position: number): Promise<{ text: string; position: number } | undefined> {
  const head = await source.head();
  if (head <= position) return undefined;
  if (head - position > MOST_AT_ONCE) {
    return { text: message('skipped', head, { from: position, to: head }), position: head };
  }
  const events = await source.events(position, MOST_AT_ONCE);
  const last = events.at(-1);
  if (!last) return undefined;
  return { text: events.map(recorded).join(''), position: last.position };
}

/** What has happened to which stream: whoever may see more of it asks for it. */
const recorded = ({ position, stream, type, at }: RecordedEvent): string =>
  message('recorded', position, { position, stream, type, at });

const message = (event: string, id: number, data: object): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
