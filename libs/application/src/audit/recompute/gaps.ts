import type { NewEvent, RecordedEvent } from '#event-store';
import { Apart, versionOf } from './difference.js';

/** Where something is missing. */
export interface Gap {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
}

/** What the engine makes there, and the log does not have. */
export const missing = (gap: Gap, computed: NewEvent | null): Apart =>
  new Apart({
    cause: 'missing',
    ...gap,
    computed: computed && versionOf(computed),
    recorded: null,
    paths: [],
    days: [],
    refusal: null,
  });

/** @throws Apart where an event is not the next of its stream */
export function inOrder(event: RecordedEvent, standing: number): void {
  const { stream, position, version } = event;
  if (version > standing + 1) throw missing({ stream, position, version: standing + 1 }, null);
  if (version < standing + 1) throw extra(event);
}

/** An event out of its place in the log. */
export const misplaced = (event: RecordedEvent, position: number): Apart =>
  event.position > position ? missing({ stream: event.stream, version: event.version, position }, null) : extra(event);

const extra = (event: RecordedEvent): Apart => {
  const { stream, position, version } = event;
  const place = { stream, position, version, paths: [], days: [], refusal: null };
  return new Apart({ cause: 'extra', ...place, computed: null, recorded: versionOf(event) });
};
