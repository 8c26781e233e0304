import type { Pool } from 'pg';
import { CHANGED_DESKS, CHANGED_STREAMS } from './changes.sql.js';

/** What a stretch of the log touched. */
export interface TouchedByLog {
  /** Streams to which something was recorded, each once. */
  readonly streams: readonly string[];
  /** Units that were handed something to judge, or have judged it. */
  readonly desks: readonly string[];
}

const WORK = 'unit-plan/';

/** Where the log has changed something, and nothing of what. For the house itself: who may be told of it is for others to say. */
export class ChangeBook {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** One or two statements, however much was recorded. @param after, upTo positions, the latter included */
  async between(tenant: string, after: number, upTo: number): Promise<TouchedByLog> {
    const values = [tenant, after, upTo];
    const { rows } = await this.pool.query<{ stream: string }>(CHANGED_STREAMS, values);
    const streams = rows.map(({ stream }) => stream);
    if (!streams.some((stream) => stream.startsWith(WORK))) return { streams, desks: [] };
    const desks = await this.pool.query<{ desk: string | null }>(CHANGED_DESKS, values);
    return { streams, desks: desks.rows.flatMap(({ desk }) => desk ?? []) };
  }
}
