import type { Pool } from 'pg';
import { LAGS } from './cursors.sql.js';
import type { ProjectionLag } from './projection.js';

/** How far each projection that is read is behind its tenant's log, for metrics and readiness. */
export async function projectionLags(pool: Pool): Promise<readonly ProjectionLag[]> {
  return (await pool.query<ProjectionLag>(LAGS)).rows;
}
