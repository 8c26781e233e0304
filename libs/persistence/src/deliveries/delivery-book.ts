import type { Pool } from 'pg';
import { ASK_AGAIN, COUNT_DEAD, LET_LAPSE, LIST_DEAD, READ_DELIVERY } from './deliveries.sql.js';
import type { RecordedDelivery } from './delivery.js';

/** What became of deliveries, for people who look after them. Needs no queue. */
export class DeliveryBook {
  constructor(private readonly pool: Pool) {}

  /** Deliveries that failed for the last time, by id, after one of them; 100 unless told. */
  async dead(tenant: string, after = '', limit = 100): Promise<readonly RecordedDelivery[]> {
    return (await this.pool.query<RecordedDelivery>(LIST_DEAD, [tenant, after, limit])).rows;
  }

  async find(tenant: string, id: string): Promise<RecordedDelivery | undefined> {
    return (await this.pool.query<RecordedDelivery>(READ_DELIVERY, [tenant, id])).rows[0];
  }

  /** Has a dead delivery tried again, as often as a new one. @returns undefined where it is not dead, or not there */
  async retry(tenant: string, id: string): Promise<RecordedDelivery | undefined> {
    return (await this.pool.query<RecordedDelivery>(ASK_AGAIN, [tenant, id])).rows[0];
  }

  /** Lets a dead delivery go: nobody needs it any more. @returns undefined where it is not dead, or not there */
  async discard(tenant: string, id: string): Promise<RecordedDelivery | undefined> {
    return (await this.pool.query<RecordedDelivery>(LET_LAPSE, [tenant, id])).rows[0];
  }

  /** How many are dead, of each tenant that has any. */
  async deadLetters(): Promise<readonly { readonly tenant: string; readonly dead: number }[]> {
    return (await this.pool.query<{ tenant: string; dead: number }>(COUNT_DEAD)).rows;
  }
}
