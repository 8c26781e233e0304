import type { PoolClient } from 'pg';
import { base64, type ExportLine, HASH_BYTES, type Hash, type LeafEvent, TILE_WIDTH } from '#audit';
import type { SealedLogAt } from './sealed-log.js';
import { READ_CHECKPOINTS, READ_LEAVES } from './seals.sql.js';
import { readTiles } from './tiles.js';

/** Events of one batch: whole tiles. */
const BATCH = 8 * TILE_WIDTH;

/** Lines of all events of a log, a batch at a time, each checkpoint behind the last event that it covers. */
export async function* wholeLines(client: PoolClient, log: SealedLogAt): AsyncGenerator<readonly ExportLine[]> {
  for (let after = 0; after < log.size; after += BATCH) yield await batchOf(client, log, after);
}

async function batchOf(client: PoolClient, { tenant, size, key }: SealedLogAt, after: number): Promise<readonly ExportLine[]> {
  const until = Math.min(after + BATCH, size);
  const { rows: events } = await client.query<LeafEvent>(READ_LEAVES, [tenant, after, until, BATCH + 1]);
  const sealedOf = await sealedHashes(client, tenant, { after, until });
  const checkpoints = await client.query<{ size: number; note: string }>(READ_CHECKPOINTS, [tenant, after, key, BATCH]);
  const waiting = checkpoints.rows.filter((checkpoint) => checkpoint.size <= until);
  const lines: ExportLine[] = [];
  const passed = (position: number): void => {
    while (waiting[0] && waiting[0].size < position) lines.push({ kind: 'checkpoint', note: waiting.shift()?.note ?? '' });
  };
  for (const event of events) {
    passed(event.position);
    const hash = sealedOf(event.position);
    lines.push({ ...event, kind: 'event', leaf: hash ? base64(hash) : '' });
  }
  passed(until + 1);
  return lines;
}

/** Hashes that were sealed of a range's events, by position. */
async function sealedHashes(
  client: PoolClient,
  tenant: string,
  { after, until }: { readonly after: number; readonly until: number },
): Promise<(position: number) => Hash | undefined> {
  const first = Math.floor(after / TILE_WIDTH);
  const count = Math.ceil(until / TILE_WIDTH) - first;
  const places = Array.from({ length: count }, (_, index) => ({ level: 0, tile: first + index }));
  const by = new Map((await readTiles(client, tenant, places)).map(({ tile, hashes }) => [tile, hashes]));
  return (position) => {
    const leaf = position - 1;
    const at = (leaf % TILE_WIDTH) * HASH_BYTES;
    const hash = by.get(Math.floor(leaf / TILE_WIDTH))?.subarray(at, at + HASH_BYTES);
    return hash?.length === HASH_BYTES ? hash : undefined;
  };
}
