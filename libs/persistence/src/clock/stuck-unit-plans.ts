import type { Pool } from 'pg';
import type { Instant } from '#engine';
import type { SetAside } from '#event-store';
import { BRING_WAKE_UPS_FORWARD } from '../event-store/wake-ups.sql.js';
import { inTransaction } from '../transaction.js';
import { FORGET_STUCK, LIST_STUCK, NOTE_STUCK, STUCK_TENANTS, TAKE_STUCK } from './stuck.sql.js';

/** A unit plan that the clock has set aside. */
export interface StuckUnitPlan extends SetAside {
  readonly tenant: string;
  /** When it was set aside, ISO 8601 in UTC. */
  readonly since: string;
}

/** Which of them are asked for again; all unless told. */
export interface StuckQuery {
  readonly tenant?: string | undefined;
  readonly stream?: string | undefined;
}

/** Unit plans at which the clock fails each time: kept out of the way of the others until somebody asks for them again. */
export class StuckUnitPlans {
  constructor(private readonly pool: Pool) {}

  /** The longest waiting first, a thousand at most; of all tenants unless one is named. */
  async list(tenant?: string): Promise<readonly StuckUnitPlan[]> {
    return (await this.pool.query<StuckUnitPlan>(LIST_STUCK, [tenant ?? null])).rows;
  }

  /** As {@link import('#event-store').WakeUpSlots.setAside}, in one transaction: a wake-up is here or there. */
  async setAside(tenant: string, stuck: readonly SetAside[]): Promise<void> {
    await inTransaction(this.pool, async (client) => {
      const values = [tenant, stuck.map(({ stream }) => stream), stuck.map(({ at }) => at)];
      const taken = new Set((await client.query<{ stream: string }>(TAKE_STUCK, values)).rows.map(({ stream }) => stream));
      const noted = stuck.filter(({ stream }) => taken.has(stream));
      if (noted.length === 0) return;
      const columns = (['stream', 'at', 'reason'] as const).map((column) => noted.map((each) => each[column]));
      await client.query(NOTE_STUCK, [tenant, ...columns]);
    });
  }

  /** Has the clock look at them again, each as of the instant at which it was due. @returns how many */
  async retry({ tenant, stream }: StuckQuery = {}): Promise<number> {
    const tenants = tenant === undefined ? (await this.pool.query<{ tenant: string }>(STUCK_TENANTS)).rows : [{ tenant }];
    let count = 0;
    for (const each of tenants) count += await this.wake(each.tenant, stream ?? null);
    return count;
  }

  private wake(tenant: string, stream: string | null): Promise<number> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<{ stream: string; at: Instant }>(FORGET_STUCK, [tenant, stream]);
      if (rows.length > 0) {
        await client.query(BRING_WAKE_UPS_FORWARD, [tenant, rows.map((row) => row.stream), rows.map(({ at }) => at)]);
      }
      return rows.length;
    });
  }
}
