import { reasonsOf, type RecordedEvent } from '#event-store';
import type { Instant } from '#engine';

/** A row of the log as the driver gives it. */
export interface EventRecord {
  readonly tenant: string;
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly v: number;
  readonly data: string;
  readonly because: string | null;
  readonly at: Instant;
  readonly actor: string | null;
  readonly recorded_at: string;
}

export const recordedEvent = (row: EventRecord): RecordedEvent => ({
  tenant: row.tenant,
  stream: row.stream,
  version: row.version,
  position: row.position,
  type: row.type,
  v: row.v,
  data: JSON.parse(row.data),
  ...reasonsOf(row.because),
  at: row.at,
  actor: row.actor,
  recordedAt: row.recorded_at,
});
