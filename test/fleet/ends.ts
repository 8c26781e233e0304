import { DOCUMENTS_STREAM, type Instant, type PlanId } from '#engine';
import type { RecordedEvent } from '#event-store';

/** A log by its streams. */
export type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;

/** When a document ended a plan; null where none did. */
export function endOf(plan: PlanId, streams: Streams): Instant | null {
  const documents = streams.get(DOCUMENTS_STREAM) ?? [];
  return documents.find(({ type, data }) => type === 'PlanEnded' && (data as { plan: PlanId }).plan === plan)?.at ?? null;
}
