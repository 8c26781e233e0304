import type { Pool, PoolClient } from 'pg';
import { type Appended, UnknownFact } from '#event-store';
import { copyLines } from '../copy.js';
import { named } from '../pipeline.js';
import { project } from '../projection/project.js';
import { serveAs } from '../rows/serve-as.js';
import { inTransaction, isServerFault } from '../transaction.js';
import { APPEND_EVENTS, COPY_EVENTS, FACT_UNKNOWN } from './append-events.sql.js';
import type { Batch } from './batch.js';
import { askedBy, columnsOf, eventLines, NO_COLUMNS } from './event-writer.js';
import { keepWakeUps } from './keep-wake-ups.js';
import { preflight } from './preflight.js';
import { HOLD_REBUILDS_OFF } from './preflight.sql.js';

/** From here on COPY beats arrays of parameters (measured: 2,000 events of 4 kB). */
const BULK = 2_000;

/** An append in a transaction of its own, step by step: for the large and for what needs answers on its way. */
export function appendAlone(pool: Pool, batch: Batch): Promise<Appended> {
  return inTransaction(pool, async (client) => {
    await client.query(HOLD_REBUILDS_OFF, [batch.tenant]);
    const before = await preflight(client, batch);
    if (before) return before;
    await project(client, batch.tenant, batch.projected);
    await keepWakeUps(client, batch.tenant, [batch]);
    for (const statement of await serveAs(client, batch.scope)) await client.query(statement);
    return { position: await writeEvents(client, batch), replayed: false };
  });
}

async function writeEvents(client: PoolClient, batch: Batch): Promise<number> {
  const { count } = batch;
  // Policies let nobody copy into a table that they hold.
  if (count < BULK || batch.scope) return take(client, batch, columnsOf(batch.writes));
  const last = await take(client, batch, NO_COLUMNS);
  await copyLines(client, COPY_EVENTS, eventLines(batch, last - count + 1));
  return last;
}

/** @throws UnknownFact where a fact stands that the decision did not know; whatever was written goes with the transaction */
async function take(client: PoolClient, batch: Batch, columns: readonly unknown[][]): Promise<number> {
  const { knowing } = batch.options;
  try {
    const { rows } = await client.query<{ position: number }>(
      named(APPEND_EVENTS, [...askedBy(batch.tenant, [batch]), ...columns]),
    );
    return rows[0]?.position ?? 0;
  } catch (error) {
    if (knowing === undefined || !isServerFault(error, FACT_UNKNOWN)) throw error;
    throw new UnknownFact(knowing, knowing + 1);
  }
}
