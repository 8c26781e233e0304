import type { Pool } from 'pg';
import type { Operations, StuckPlan } from '#contracts';
import { StuckUnitPlans } from '../clock/stuck-unit-plans.js';
import { operationNumbers } from './operation-numbers.js';
import { COUNT_DEAD_OF, LIVING_WORKERS } from './operations.sql.js';

const NONE = { second: 0, seconds: 0, minute: 0, minutes: 0, longer: 0 };

/** One tenant's work in the background, for people who look after it. */
export class OperationBook {
  private readonly setAside: StuckUnitPlans;

  constructor(private readonly pool: Pool) {
    this.setAside = new StuckUnitPlans(pool);
  }

  /** Some small statements, none of which grows with the log. */
  async now(tenant: string): Promise<Operations> {
    const { projections, lateness, seals, databaseBytes } = await operationNumbers(this.pool);
    const workers = (await this.pool.query<Operations['workers'][number]>(LIVING_WORKERS)).rows;
    const dead = (await this.pool.query<{ dead: number }>(COUNT_DEAD_OF, [tenant])).rows[0]?.dead ?? 0;
    const isOwn = (each: { readonly tenant: string }): boolean => each.tenant === tenant;
    const { second, seconds, minute, minutes, longer } = lateness.find(isOwn) ?? NONE;
    const seal = seals.find(isOwn);
    return {
      workers,
      lateness: { second, seconds, minute, minutes, longer },
      projections: projections
        .filter(isOwn)
        .map(({ projection, generation, positions, seconds }) => ({ projection, generation, positions, seconds })),
      seal: seal ? { events: seal.events, seconds: seal.seconds } : null,
      stuck: (await this.setAside.list(tenant)).length,
      dead,
      databaseBytes,
    };
  }

  /** Unit plans that the clock has set aside, the longest waiting first; a thousand at most. */
  async stuck(tenant: string): Promise<readonly StuckPlan[]> {
    return (await this.setAside.list(tenant)).map(({ stream, at, reason, since }) => ({ stream, at, reason, since }));
  }

  /** Has the clock look again at one of them, or at all. @returns how many */
  retry(tenant: string, stream?: string): Promise<number> {
    return this.setAside.retry({ tenant, stream });
  }
}
