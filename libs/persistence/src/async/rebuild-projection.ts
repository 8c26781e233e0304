import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { advance } from './advance.js';
import { BEGIN_GENERATION } from './cursors.sql.js';
import type { AsyncProjection } from './projection.js';

/** Whose projection is rebuilt, and who is told how far it has come. */
export interface ProjectionRebuild {
  readonly tenant: string;
  /** Events of one transaction; 2,000 unless told. */
  readonly limit?: number;
  /** Told after each step: events taken in since the beginning. */
  readonly onProgress?: (events: number) => void;
}

/** A generation is still there to be built. $1 tenant, $2 projection, $3 generation. */
const IS_BUILDING = `
select 1 from projection_cursor where tenant = $1 and projection = $2 and generation = $3 and state = 'building'`;

/**
 * Builds a projection anew beside the rows that people read, then lets them read the new ones. Where it is interrupted,
 * whatever process runs projections goes on with it.
 * @returns the events that this call took in
 */
export async function rebuildProjection(pool: Pool, projection: AsyncProjection, rebuild: ProjectionRebuild): Promise<number> {
  const { tenant, limit, onProgress } = rebuild;
  const begun = await pool.query<{ generation: number }>(BEGIN_GENERATION, [tenant, projection.name, projection.version]);
  const generation = begun.rows[0]?.generation;
  let taken = 0;
  for (let going = true; going; ) {
    const { events, more } = await advance(pool, projection, { tenant, ...(limit !== undefined && { limit }) });
    taken += events;
    onProgress?.(taken);
    going = more || ((await pool.query(IS_BUILDING, [tenant, projection.name, generation])).rowCount ?? 0) > 0;
    if (going && !more) await pause(OTHERS_MS); // it is in another process's hands
  }
  return taken;
}

/** How long a step of another process is left alone before this one looks again. */
const OTHERS_MS = 50;
