import type { RecordedEvent } from './port.js';

/** JSON with sorted keys and no spaces: equal values give equal text, whatever order their keys were written in. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}

/**
 * One event as the line that is hashed and compared: stream, version, type, v, data, because, at, actor and whoever acted. Its position
 * and its time of recording belong to one run of one store and are left out.
 */
export const canonicalLine = ({ stream, version, type, v, data, because, at, actor, by }: RecordedEvent): string =>
  canonicalJson({ stream, version, type, v, data, because, at, actor, by });

/** The lines of a log, each ended by a line feed, in the order given. Two runs of one history give the same bytes. */
export const canonicalLog = (events: Iterable<RecordedEvent>): string => {
  const lines: string[] = [];
  for (const event of events) lines.push(canonicalLine(event), '\n');
  return lines.join('');
};
