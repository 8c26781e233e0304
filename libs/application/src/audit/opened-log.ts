import type { EventStore } from '#event-store';

/** What is read of a log: streams by name. */
export type StreamReader = Pick<EventStore, 'readStream' | 'readStreams'>;

const WORK = 'unit-plan/';

/**
 * The log for one question about one unit plan. What is asked about is read as whoever asks may see it; once it was seen, what its answer
 * rests on besides, such as the reports that it takes in, is read as the system sees it. Where it was not seen, nothing else is either.
 */
export function openedLog(asked: StreamReader, whole: StreamReader): StreamReader {
  let isOpen = false;
  const readerOf = (streams: readonly string[]): StreamReader =>
    isOpen && streams.some((stream) => stream.startsWith(WORK)) ? whole : asked;
  return {
    readStream: async (tenant, stream, afterVersion) => {
      const events = await readerOf([stream]).readStream(tenant, stream, afterVersion);
      if (stream.startsWith(WORK) && events.length > 0) isOpen = true;
      return events;
    },
    readStreams: async (tenant, streams) => {
      const read = await readerOf(streams).readStreams(tenant, streams);
      if (read.keys().some((stream) => stream.startsWith(WORK))) isOpen = true;
      return read;
    },
  };
}
