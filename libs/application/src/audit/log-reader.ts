import type { EventStore, RecordedEvent } from '#event-store';

/** What audits ask of a log: nothing that writes. */
export type LogReader = Pick<EventStore, 'readStream' | 'readStreams' | 'readAll' | 'replay' | 'head'>;

/** Events of one batch. */
const BATCH = 1_000;

/** A log that has been read in whole, such as an export: events of one tenant in the order of positions. */
export function logReader(log: readonly RecordedEvent[]): LogReader {
  const streams = Map.groupBy(log, ({ stream }) => stream);
  return {
    readStream: async (_, stream, after = 0) => streams.get(stream)?.slice(after) ?? [],
    readStreams: async (_, names) => new Map(names.flatMap((name) => entryOf(streams, name))),
    readAll: async (_, after, limit = BATCH) => log.slice(after, after + limit),
    async *replay(_, after = 0) {
      for (let position = after; position < log.length; position += BATCH) yield log.slice(position, position + BATCH);
    },
    head: async () => log.at(-1)?.position ?? 0,
  };
}

function entryOf(
  streams: ReadonlyMap<string, readonly RecordedEvent[]>,
  name: string,
): readonly (readonly [string, readonly RecordedEvent[]])[] {
  const found = streams.get(name);
  return found ? [[name, found]] : [];
}
