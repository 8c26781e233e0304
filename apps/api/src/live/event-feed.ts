import type { RecordedEvent } from '#event-store';

/** What a feed reads, and how it lets time pass. */
export interface FeedSource {
  /** The tenant's log after a position, at most `limit` events. */
  events(after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** Position of the tenant's last event. */
  head(): Promise<number>;
  /** Whether the reader may still read; asked before anything is told, and with each sign of life. */
  stillMay(): Promise<boolean>;
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
 * The log from a position on, as server-sent events: `recorded` for each event that the reader sees, with its position as id, so that one who comes
 * back names the last that it has seen; `skipped` where more has happened than is told one by one. Ends where the reader may no longer
 * read; by itself never.
 */
export async function* eventFeed(source: FeedSource, from: number): AsyncGenerator<string> {
  let position = from;
  let quiet = 0;
  yield `retry: ${RETRY_MS}\n\n`;
  while (!source.isOver) {
    const head = await source.head();
    const isNews = head > position;
    if (isNews || (quiet + 1) % BEAT_TURNS === 0) {
      if (!(await source.stillMay())) return;
      yield isNews ? await toldUpTo(source, position, head) : ALIVE;
    }
    quiet = isNews ? 0 : quiet + 1;
    position = Math.max(position, head);
    if (!isNews) await source.turn();
  }
}

const ALIVE = ': alive\n\n';

/** What the reader sees of what has happened up to a head; a sign of life where that is nothing. */
async function toldUpTo(source: FeedSource, position: number, head: number): Promise<string> {
  if (head - position > MOST_AT_ONCE) return message('skipped', head, { from: position, to: head });
  const events = await source.events(position, head - position);
  return events.length > 0 ? events.map(recorded).join('') : ALIVE;
}

/** What has happened to which stream: whoever may see more of it asks for it. */
const recorded = ({ position, stream, type, at }: RecordedEvent): string =>
  message('recorded', position, { position, stream, type, at });

const message = (event: string, id: number, data: object): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;
