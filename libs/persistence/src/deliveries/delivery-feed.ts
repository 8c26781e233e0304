import type { Pool, PoolClient } from 'pg';
import { instantOfMs } from '#engine';
import { inTransaction } from '../transaction.js';
import {
  BEGIN_CURSOR,
  INSERT_DELIVERIES,
  MOVE_CURSOR,
  READ_TELLING,
  TAKE_AGAIN,
  TAKE_CURSOR,
  TENANTS_BEHIND,
} from './deliveries.sql.js';
import type { Delivery } from './delivery.js';
import type { DeliveryQueue } from './delivery-queue.js';
import { noticesOf, TELLING, type TellingEvent } from './notices-of.js';

/** Positions of a log that are followed at once. */
const PAGE = 2_000;
const DAY_MS = 86_400_000;

export interface FeedOptions {
  readonly pool: Pool;
  readonly queue: Pick<DeliveryQueue, 'add'>;
  /** Name of the channel that deliveries go out by. */
  readonly channel: string;
  /** Days after which a step is no news any more; 30 unless told. */
  readonly lapseDays?: number | undefined;
}

/**
 * Follows the logs and makes deliveries of what they tell, never in the transaction that records an event. The cursor, the
 * deliveries and their places in the queue are written together: a crash leaves all of them or none.
 */
export class DeliveryFeed {
  constructor(private readonly options: FeedOptions) {}

  /** Goes one page on in every log that has grown. @returns how many pages were followed; 0 where nothing is left */
  async follow(): Promise<number> {
    const { rows } = await this.options.pool.query<{ tenant: string }>(TENANTS_BEHIND);
    let pages = 0;
    for (const { tenant } of rows) if (await this.followOne(tenant)) pages += 1;
    return pages;
  }

  private followOne(tenant: string): Promise<boolean> {
    const { pool, queue } = this.options;
    return inTransaction(pool, async (client) => {
      await client.query(BEGIN_CURSOR, [tenant]);
      const { rows } = await client.query<{ position: number; head: number }>(TAKE_CURSOR, [tenant]);
      const [cursor] = rows;
      if (!cursor) return false;
      const until = Math.min(cursor.head, cursor.position + PAGE);
      const fresh = until > cursor.position ? await this.notices(client, tenant, { after: cursor.position, until }) : [];
      const again = await client.query<{ id: string }>(TAKE_AGAIN, [tenant, PAGE]);
      await queue.add(client, tenant, [...fresh, ...again.rows.map(({ id }) => id)]);
      await client.query(MOVE_CURSOR, [tenant, until]);
      return true;
    });
  }

  /** @returns ids of new deliveries that are to be sent */
  private async notices(
    client: PoolClient,
    tenant: string,
    { after, until }: { readonly after: number; readonly until: number },
  ): Promise<readonly string[]> {
    const { rows: events } = await client.query<TellingEvent>(READ_TELLING, [tenant, after, until, TELLING]);
    const found = events.flatMap((event) => noticesOf(tenant, event, this.options.channel));
    const notices = [...new Map(found.map((notice) => [notice.id, notice])).values()];
    if (notices.length === 0) return [];
    const lapsed = instantOfMs((await nowOf(client)) - (this.options.lapseDays ?? 30) * DAY_MS);
    const states = notices.map(({ at }) => (at < lapsed ? 'lapsed' : 'waiting'));
    const { rows } = await client.query<{ id: string; state: string }>(INSERT_DELIVERIES, [
      tenant,
      ...columnsOf(notices),
      states,
    ]);
    return rows.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  }
}

const nowOf = async (client: PoolClient): Promise<number> =>
  (await client.query<{ now: number }>('select floor(extract(epoch from now()) * 1000)::bigint as now')).rows[0]?.now ?? 0;

const COLUMNS = [
  'id',
  'channel',
  'recipient',
  'subject',
  'plan',
  'unit',
  'obligation',
  'step',
  'generation',
  'due',
  'at',
] as const satisfies readonly (keyof Delivery)[];

const columnsOf = (notices: readonly Delivery[]): unknown[][] => COLUMNS.map((column) => notices.map((notice) => notice[column]));
