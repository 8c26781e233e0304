import type { EventStore, RecordedEvent } from '#event-store';

/** What is read of a log: streams by name. */
export type StreamReader = Pick<EventStore, 'readStream' | 'readStreams'>;

const WORK = 'unit-plan/';

/** The plan under which a stream stands; undefined for streams of no unit plan. */
const planOf = (stream: string): string | undefined => (stream.startsWith(WORK) ? stream.split('/')[1] : undefined);

/**
 * The log for one question about one unit plan. What is asked about is read as whoever asks may see it; once it was seen, what its answer
 * rests on besides under the same plan, such as the reports that it takes in, is read as the system sees it. Where it was not seen,
 * nothing else is either; and of other plans nothing but what whoever asks may see.
 */
export function openedLog(asked: StreamReader, whole: StreamReader): StreamReader {
  const opened = new Set<string>();
  const isOpen = (stream: string): boolean => opened.has(planOf(stream) ?? '');
  const note = (stream: string): void => {
    const plan = planOf(stream);
    if (plan !== undefined) opened.add(plan);
  };
  return {
    readStream: async (tenant, stream, afterVersion) => {
      const events = await (isOpen(stream) ? whole : asked).readStream(tenant, stream, afterVersion);
      if (events.length > 0) note(stream);
      return events;
    },
    readStreams: async (tenant, streams) => {
      const { yes = [], no = [] } = Object.groupBy(streams, (stream) => (isOpen(stream) ? 'yes' : 'no'));
      const none: ReadonlyMap<string, readonly RecordedEvent[]> = new Map();
      const [ofWhole, ofAsked] = await Promise.all([
        yes.length > 0 ? whole.readStreams(tenant, yes) : none,
        no.length > 0 ? asked.readStreams(tenant, no) : none,
      ]);
      for (const stream of ofAsked.keys()) note(stream);
      return new Map([...ofWhole, ...ofAsked]);
    },
  };
}
