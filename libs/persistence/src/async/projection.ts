import type { PoolClient } from 'pg';
import type { RecordedEvent } from '#event-store';

/** Events of one tenant for one generation of a projection, in the order of the log. */
export interface ProjectionBatch {
  readonly tenant: string;
  readonly generation: number;
  readonly events: readonly RecordedEvent[];
}

/**
 * What follows the log some moments behind. Its tables have `tenant` and `generation` at the head of their keys: another
 * version, or a repair, is built beside the rows that people read.
 */
export interface AsyncProjection {
  /** Stable: the name of its cursors. */
  readonly name: string;
  /** Grows whenever the same events give other rows: then a new generation is built. */
  readonly version: number;
  readonly tables: readonly string[];
  /** Takes in a batch by a few set-based statements of the transaction that moves the cursor. */
  apply(client: PoolClient, batch: ProjectionBatch): Promise<void>;
}

/** Where one generation of a projection stands. */
export interface ProjectionLag {
  readonly tenant: string;
  readonly projection: string;
  readonly generation: number;
  /** Events that are recorded and not yet taken in. */
  readonly positions: number;
  /** Age of the first of those by the clock of the database; 0 where there is none. */
  readonly seconds: number;
}
