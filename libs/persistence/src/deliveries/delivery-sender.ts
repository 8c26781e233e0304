import type { Pool } from 'pg';
import { inTransaction } from '../transaction.js';
import { NOTE_DEAD, NOTE_FAILED, NOTE_SENT, READ_WAITING } from './deliveries.sql.js';
import type { Channel, RecordedDelivery } from './delivery.js';
import type { DeliveryQueue, Job } from './delivery-queue.js';

const AT_ONCE = 100;
/** Sent side by side: of a hundred that nobody answers, the last is settled before the queue gives it to somebody else. */
const SIDE_BY_SIDE = 10;

export interface SenderOptions {
  readonly pool: Pool;
  readonly queue: Pick<DeliveryQueue, 'take' | 'takeDead' | 'done' | 'doneDead' | 'failed'>;
  readonly channel: Channel;
}

interface Sent {
  readonly job: Job;
  /** Why it could not be sent; undefined where it was, now or before a crash. */
  readonly reason: string | undefined;
}

/** Takes deliveries out of the queue and sends them. What became of each, and its place in the queue, change together. */
export class DeliverySender {
  constructor(private readonly options: SenderOptions) {}

  /** Sends some, and buries those that failed for the last time. @returns how many it had in hand; 0 where none waits */
  async send(): Promise<number> {
    const { queue } = this.options;
    const jobs = await queue.take(AT_ONCE);
    for (const [tenant, ofTenant] of byTenant(jobs)) await this.sendThose(tenant, ofTenant);
    const dead = await queue.takeDead(AT_ONCE);
    for (const [tenant, ofTenant] of byTenant(dead)) await this.bury(tenant, ofTenant);
    return jobs.length + dead.length;
  }

  private async sendThose(tenant: string, jobs: readonly Job[]): Promise<void> {
    const { pool, queue } = this.options;
    const { rows } = await pool.query<RecordedDelivery>(READ_WAITING, [tenant, deliveriesOf(jobs)]);
    const waiting = new Map(rows.map((delivery) => [delivery.id, delivery]));
    const done: Job[] = [];
    for (const { job, reason } of await this.sendAll(jobs, waiting)) {
      if (reason === undefined) done.push(job);
      else
        await inTransaction(pool, async (client) => {
          await client.query(NOTE_FAILED, [tenant, job.data.delivery, reason]);
          await queue.failed(client, job, reason);
        });
    }
    await inTransaction(pool, async (client) => {
      await client.query(NOTE_SENT, [tenant, deliveriesOf(done)]);
      await queue.done(client, done);
    });
  }

  private async sendAll(jobs: readonly Job[], waiting: ReadonlyMap<string, RecordedDelivery>): Promise<readonly Sent[]> {
    const sent: Sent[] = [];
    for (let from = 0; from < jobs.length; from += SIDE_BY_SIDE) {
      const some = jobs.slice(from, from + SIDE_BY_SIDE).map(async (job): Promise<Sent> => {
        const delivery = waiting.get(job.data.delivery);
        return { job, reason: delivery && (await this.failureOf(delivery)) };
      });
      sent.push(...(await Promise.all(some)));
    }
    return sent;
  }

  /** @returns why it could not be sent; undefined where it was */
  private async failureOf(delivery: RecordedDelivery): Promise<string | undefined> {
    try {
      await this.options.channel.send(delivery);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  private bury(tenant: string, jobs: readonly Job[]): Promise<void> {
    const { pool, queue } = this.options;
    return inTransaction(pool, async (client) => {
      await client.query(NOTE_DEAD, [tenant, deliveriesOf(jobs)]);
      await queue.doneDead(client, jobs);
    });
  }
}

const deliveriesOf = (jobs: readonly Job[]): string[] => jobs.map(({ data }) => data.delivery);

const byTenant = (jobs: readonly Job[]): ReadonlyMap<string, readonly Job[]> => Map.groupBy(jobs, ({ data }) => data.tenant);
