import { setImmediate as turn } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import {
  carryOut,
  consistencyPlan,
  edgeOf,
  eventHash,
  type Hash,
  keyText,
  type LeafEvent,
  openCheckpoint,
  provesConsistency,
  readKey,
  rootOf,
  signCheckpoint,
  type TilePlace,
  TileMissing,
  Tiles,
  tilesFor,
  tilesForRoot,
  TileWriter,
} from '#audit';
import { inTransaction } from '../transaction.js';
import { AuditFault } from './audit-fault.js';
import type { SealKey } from './seal-key.js';
import {
  BEGIN_SEAL,
  DISK_MAY_WAIT,
  LAST_CHECKPOINT,
  MOVE_SEAL,
  NOTE_CHECKPOINT,
  READ_LEAVES,
  TAKE_SEAL,
  WRITE_CHECKPOINT,
} from './seals.sql.js';
import { readTiles, writeTiles } from './tiles.js';

/** Whose log is sealed, and how. */
export interface Sealing {
  readonly tenant: string;
  readonly key: SealKey;
  /** Least time between two checkpoints, in milliseconds. */
  readonly checkpointMs: number;
  /** Events of one step; 512 unless told. */
  readonly limit?: number;
}

/** What a step of sealing did. */
export interface SealStep {
  /** Events sealed. */
  readonly events: number;
  /** Size of the checkpoint that was signed; null where none was. */
  readonly checkpoint: number | null;
  /** True where there may be more to do at once. */
  readonly more: boolean;
}

const LIMIT = 512;
/** Events that are hashed before whoever else waits for this process has a turn: a millisecond's worth. */
const AT_A_TIME = 64;
const NOTHING: SealStep = { events: 0, checkpoint: null, more: false };

interface SealHead {
  readonly position: number;
  readonly checkpoint: number;
  readonly may_sign: boolean;
}

/**
 * Seals the next events of a tenant's log, in one transaction, and signs a checkpoint once the log's end is reached. Whoever else is
 * at it is not waited for. Reads the log and takes none of its locks.
 * @throws AuditFault `audit.gap`, `audit.broken`: nothing was sealed or signed
 */
export async function seal(pool: Pool, sealing: Sealing): Promise<SealStep> {
  const { tenant, checkpointMs } = sealing;
  return inTransaction(pool, async (client) => {
    await client.query(DISK_MAY_WAIT);
    await client.query(BEGIN_SEAL, [tenant]);
    const { rows } = await client.query<SealHead>(TAKE_SEAL, [tenant, checkpointMs]);
    if (!rows[0]) return NOTHING;
    try {
      return await sealFrom(client, sealing, rows[0]);
    } catch (error) {
      if (error instanceof TileMissing)
        throw new AuditFault('audit.broken', { place: tenant, thing: error.message }, { cause: error });
      throw error;
    }
  });
}

async function sealFrom(client: PoolClient, sealing: Sealing, head: SealHead): Promise<SealStep> {
  const { tenant, limit = LIMIT } = sealing;
  const { rows } = await client.query<LeafEvent>(READ_LEAVES, [tenant, head.position, Number.MAX_SAFE_INTEGER, limit]);
  if (rows.length > 0) await addLeaves(client, tenant, { after: head.position, events: rows });
  const position = head.position + rows.length;
  if (rows.length === limit) return { events: rows.length, checkpoint: null, more: true };
  const signs = position > head.checkpoint && head.may_sign;
  if (signs) await sign(client, sealing, position);
  return { events: rows.length, checkpoint: signs ? position : null, more: false };
}

/** Adds the next events of a log to the tree over it. @throws AuditFault `audit.gap`; TileMissing */
export async function addLeaves(
  client: PoolClient,
  tenant: string,
  { after, events }: { readonly after: number; readonly events: readonly LeafEvent[] },
): Promise<void> {
  const writer = new TileWriter(after, await readTiles(client, tenant, edgeOf(after)));
  for (const [index, event] of events.entries()) {
    const expected = after + index + 1;
    if (event.position !== expected) throw new AuditFault('audit.gap', { place: tenant, thing: String(expected) });
    writer.add(eventHash(tenant, event));
    if (index % AT_A_TIME === AT_A_TIME - 1) await turn();
  }
  await writeTiles(client, tenant, writer.changed());
  await client.query(MOVE_SEAL, [tenant, after + events.length]);
}

/** Signs no history that is not the one signed before, with more behind it. */
async function sign(client: PoolClient, { tenant, key: keyOf }: Sealing, size: number): Promise<void> {
  const root = await rootAt(client, tenant, size);
  const key = keyOf(tenant);
  await checkLast(client, tenant, { size, root });
  await client.query(WRITE_CHECKPOINT, [tenant, size, signCheckpoint(size, root, key), keyText(key.verifier)]);
  await client.query(NOTE_CHECKPOINT, [tenant, size]);
}

/** Root of a tenant's tree of so many leaves, from its tiles. @throws TileMissing */
export async function rootAt(client: Pick<PoolClient, 'query'>, tenant: string, size: number): Promise<Hash> {
  return rootOf(size, (await tilesAt(client, tenant, tilesForRoot(size))).hashOf);
}

export const tilesAt = async (client: Pick<PoolClient, 'query'>, tenant: string, places: readonly TilePlace[]): Promise<Tiles> =>
  new Tiles(await readTiles(client, tenant, places));

async function checkLast(
  client: PoolClient,
  tenant: string,
  grown: { readonly size: number; readonly root: Hash },
): Promise<void> {
  const [last] = (await client.query<{ size: number; note: string; key: string }>(LAST_CHECKPOINT, [tenant])).rows;
  if (!last) return;
  const key = readKey(last.key);
  const checkpoint = key && openCheckpoint(last.note, key);
  const plan = consistencyPlan(Math.min(last.size, grown.size), grown.size);
  const proof = carryOut(plan, (await tilesAt(client, tenant, tilesFor(plan))).hashOf);
  const holds =
    checkpoint?.size === last.size &&
    provesConsistency({ from: last.size, fromRoot: checkpoint.root, to: grown.size, toRoot: grown.root, proof });
  if (!holds) throw new AuditFault('audit.broken', { place: tenant, thing: String(last.size) });
}
