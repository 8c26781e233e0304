import type { Pool, PoolClient } from 'pg';
import { READ_ALL } from '../event-store/read-events.sql.js';
import { type EventRecord, recordedEvent } from '../event-store/recorded-event.js';
import { inTransaction } from '../transaction.js';
import { BEGIN_VERSION, CLAIM, CLAIM_OLD, clearGeneration, FORGET, HOLD_LIVE, MOVE_CURSOR, SWITCH } from './cursors.sql.js';
import type { AsyncProjection } from './projection.js';

/** One step of a projection for one tenant. */
export interface Step {
  /** Events taken in. */
  readonly events: number;
  /** True where there may be more to do at once. */
  readonly more: boolean;
}

/** Whose log a projection follows, and how many events at once. */
export interface Following {
  readonly tenant: string;
  /** Events of one transaction; 2,000 unless told. */
  readonly limit?: number;
}

const LIMIT = 2_000;
const NOTHING: Step = { events: 0, more: false };

interface Claimed {
  readonly generation: number;
  readonly position: number;
  readonly state: 'live' | 'building';
}

/**
 * Takes in the next events of a tenant's log, with the cursor, in one transaction. Whoever else is at it is not waited for:
 * then nothing is done. A generation that has caught up is switched to in the same transaction, and what it replaces is
 * cleared by a later step.
 */
export async function advance(pool: Pool, projection: AsyncProjection, { tenant, limit = LIMIT }: Following): Promise<Step> {
  const step = await inTransaction(pool, async (client) => {
    await client.query(BEGIN_VERSION, [tenant, projection.name, projection.version]);
    const { rows } = await client.query<Claimed>(CLAIM, [tenant, projection.name, projection.version]);
    return rows[0] ? takeIn(client, projection, { tenant, limit, claimed: rows[0] }) : NOTHING;
  });
  return step.more ? step : { events: step.events, more: await clearOld(pool, projection, tenant) };
}

interface Turn {
  readonly tenant: string;
  readonly limit: number;
  readonly claimed: Claimed;
}

async function takeIn(client: PoolClient, projection: AsyncProjection, { tenant, limit, claimed }: Turn): Promise<Step> {
  const { generation, position, state } = claimed;
  const { rows } = await client.query<EventRecord>(READ_ALL, [tenant, position, limit]);
  const last = rows.at(-1)?.position ?? position;
  if (rows.length > 0) {
    await projection.apply(client, { tenant, generation, events: rows.map(recordedEvent) });
    await client.query(MOVE_CURSOR, [tenant, projection.name, generation, last]);
  }
  const reached = rows.length < limit;
  if (!reached || state === 'live') return { events: rows.length, more: !reached };
  return { events: rows.length, more: !(await switched(client, projection.name, { tenant, generation, position: last })) };
}

interface Built {
  readonly tenant: string;
  readonly generation: number;
  readonly position: number;
}

/** Readers never step back: a generation is not read before it is as far as the one that they read. */
async function switched(client: PoolClient, name: string, { tenant, generation, position }: Built): Promise<boolean> {
  const { rows } = await client.query<{ position: number }>(HOLD_LIVE, [tenant, name]);
  if (rows[0] && rows[0].position > position) return false;
  await client.query(SWITCH, [tenant, name, generation]);
  return true;
}

/** @returns true where rows of an old generation were cleared */
function clearOld(pool: Pool, { name, tables }: AsyncProjection, tenant: string): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const old = (await client.query<{ generation: number }>(CLAIM_OLD, [tenant, name])).rows[0];
    if (!old) return false;
    for (const table of tables) await client.query(clearGeneration(table), [tenant, old.generation]);
    await client.query(FORGET, [tenant, name, old.generation]);
    return true;
  });
}
