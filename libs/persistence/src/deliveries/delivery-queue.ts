import type { PoolClient } from 'pg';
import { PgBoss } from 'pg-boss';

const QUEUE = 'delivery';
const DEAD = 'delivery-dead';

/** How often and how long a delivery is tried. */
export interface QueuePolicy {
  /** Attempts after the first; 6 unless told. */
  readonly retries?: number;
  /** Seconds before the first retry, doubling from then on; 30 unless told. */
  readonly retrySeconds?: number;
}

/** A place in the queue. */
export interface Job {
  readonly id: string;
  readonly data: { readonly tenant: string; readonly delivery: string };
}

/** The queue of deliveries on pg-boss: what takes part in a transaction of ours is given its connection. */
export class DeliveryQueue {
  private constructor(private readonly boss: PgBoss) {}

  /** Makes the queue's tables where they are missing. */
  static async open(
    url: string,
    { retries = 6, retrySeconds = 30 }: QueuePolicy,
    onError: (error: unknown) => void,
  ): Promise<DeliveryQueue> {
    const boss = new PgBoss({
      connectionString: url,
      schema: 'pgboss',
      createSchema: false, // the owner of the tables makes it: whoever records may not
      max: 2,
      application_name: 'thac',
      schedule: false,
    });
    boss.on('error', onError);
    try {
      await boss.start();
      await boss.createQueue(DEAD, { retryLimit: 1_000_000, expireInSeconds: 60 });
      const retrying = { retryLimit: retries, retryDelay: retrySeconds, retryBackoff: retrySeconds > 0 };
      await boss.createQueue(QUEUE, { ...retrying, expireInSeconds: 300, deadLetter: DEAD });
      await boss.updateQueue(QUEUE, retrying);
    } catch (error) {
      await boss.stop({ graceful: false }).catch(onError); // its timers would keep the process alive for ever
      throw error;
    }
    return new DeliveryQueue(boss);
  }

  /** Takes in deliveries, if and when the connection's transaction commits. */
  async add(client: PoolClient, tenant: string, deliveries: readonly string[]): Promise<void> {
    const jobs = deliveries.map((delivery) => ({ data: { tenant, delivery } }));
    if (jobs.length > 0) await this.boss.insert(QUEUE, jobs, { db: over(client) });
  }

  /** Some that are to be sent now; nobody else is given them until they are settled or five minutes have passed. */
  take(limit: number): Promise<readonly Job[]> {
    return this.boss.fetch<Job['data']>(QUEUE, { batchSize: limit });
  }

  /** Some that failed for the last time. */
  takeDead(limit: number): Promise<readonly Job[]> {
    return this.boss.fetch<Job['data']>(DEAD, { batchSize: limit });
  }

  async done(client: PoolClient, jobs: readonly Job[]): Promise<void> {
    if (jobs.length > 0) await this.boss.complete(QUEUE, idsOf(jobs), null, { db: over(client) });
  }

  async doneDead(client: PoolClient, jobs: readonly Job[]): Promise<void> {
    if (jobs.length > 0) await this.boss.complete(DEAD, idsOf(jobs), null, { db: over(client) });
  }

  /** Another try later; after the last one it is among the dead. */
  async failed(client: PoolClient, job: Job, reason: string): Promise<void> {
    await this.boss.fail(QUEUE, job.id, { reason }, { db: over(client) });
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5_000 });
  }
}

const idsOf = (jobs: readonly Job[]): string[] => jobs.map(({ id }) => id);

const over = (client: PoolClient) => ({
  executeSql: (text: string, values?: unknown[]) => client.query(text, values),
});
