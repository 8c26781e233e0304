import type { EventView } from '#contracts';
import type { RecordedEvent } from '#event-store';

/** An event as it travels. */
export const eventView = (event: RecordedEvent): EventView => ({
  position: event.position,
  stream: event.stream,
  version: event.version,
  type: event.type,
  at: event.at,
  recordedAt: event.recordedAt,
  actor: event.actor,
  data: event.data,
  because: event.because,
  by: event.by ?? null,
});
