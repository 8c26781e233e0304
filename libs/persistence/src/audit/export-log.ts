import type { Pool, PoolClient } from 'pg';
import { eventLine, EXPORT_FORMAT, EXPORT_VERSION, HASH_BYTES, type Hash, type LeafEvent, TILE_WIDTH, writeLine } from '#audit';
import { SNAPSHOT } from '../backup/backup.sql.js';
import { inTransaction } from '../transaction.js';
import { AuditFault } from './audit-fault.js';
import { LAST_CHECKPOINT, READ_CHECKPOINTS, READ_LEAVES, SEALED_TENANTS } from './seals.sql.js';
import { readTiles } from './tiles.js';

/** Takes the lines of an export, a batch at a time. @returns false where nothing more is wanted */
export type LineTaker = (lines: string) => Promise<boolean>;

/** What was exported. */
export interface Exported {
  readonly tenant: string;
  /** Events up to the newest checkpoint: later ones are not sealed yet. */
  readonly events: number;
  readonly checkpoints: number;
  /** The newest checkpoint. */
  readonly note: string;
  /** The key that signed it, as C2SP signed-note writes it. */
  readonly key: string;
}

/** Events of one batch: whole tiles. */
const BATCH = 8 * TILE_WIDTH;

/**
 * Writes a tenant's log up to its newest checkpoint, with the hash that was sealed of each event and the checkpoints on the way, as
 * of one moment. Memory is bounded. What stands in the tables is written as it stands: holding it to its seals is the reader's work.
 * @throws AuditFault `audit.not-sealed`
 */
export const exportLog = (pool: Pool, tenant: string, take: LineTaker): Promise<Exported> =>
  inTransaction(pool, async (client) => {
    await client.query(SNAPSHOT);
    return exportFrom(client, tenant, take);
  });

/** The same on a connection whose transaction is the caller's. */
export async function exportFrom(client: PoolClient, tenant: string, take: LineTaker): Promise<Exported> {
  const [last] = (await client.query<{ size: number; note: string; key: string }>(LAST_CHECKPOINT, [tenant])).rows;
  if (!last) throw new AuditFault('audit.not-sealed', { place: tenant });
  const { size, note, key } = last;
  const writer = new LogWriter(client, { tenant, size, key });
  await writer.write(take);
  return { tenant, events: size, checkpoints: writer.checkpoints, note, key };
}

interface Log {
  readonly tenant: string;
  readonly size: number;
  readonly key: string;
}

class LogWriter {
  checkpoints = 0;
  private events = 0;

  constructor(
    private readonly client: PoolClient,
    private readonly log: Log,
  ) {}

  async write(take: LineTaker): Promise<void> {
    const { tenant, size, key } = this.log;
    const manifest = writeLine({ kind: 'manifest', format: EXPORT_FORMAT, version: EXPORT_VERSION, tenant, size, key });
    let goesOn = await take(manifest);
    for (let after = 0; after < size && goesOn; after += BATCH) goesOn = await take(await this.batch(after));
    if (goesOn) await take(writeLine({ kind: 'end', events: this.events, checkpoints: this.checkpoints }));
  }

  /** Lines of the events in a range of positions, and of the checkpoints in it. */
  private async batch(after: number): Promise<string> {
    const { tenant, size, key } = this.log;
    const until = Math.min(after + BATCH, size);
    const { rows: events } = await this.client.query<LeafEvent>(READ_LEAVES, [tenant, after, until, BATCH + 1]);
    const hashes = await this.hashes(after, until);
    const checkpoints = await this.client.query<{ size: number; note: string }>(READ_CHECKPOINTS, [tenant, after, key, BATCH]);
    const waiting = checkpoints.rows.filter((checkpoint) => checkpoint.size <= until);
    const lines: string[] = [];
    const passed = (position: number): void => {
      for (; waiting[0] && waiting[0].size < position; this.checkpoints += 1) {
        lines.push(writeLine({ kind: 'checkpoint', note: waiting.shift()?.note ?? '' }));
      }
    };
    for (const event of events) {
      passed(event.position);
      lines.push(eventLine(event, hashes(event.position)));
      this.events += 1;
    }
    passed(until + 1);
    return lines.join('');
  }

  /** Hashes that were sealed of a range's events, by position. */
  private async hashes(after: number, until: number): Promise<(position: number) => Hash | undefined> {
    const first = Math.floor(after / TILE_WIDTH);
    const count = Math.ceil(until / TILE_WIDTH) - first;
    const places = Array.from({ length: count }, (_, index) => ({ level: 0, tile: first + index }));
    const by = new Map((await readTiles(this.client, this.log.tenant, places)).map(({ tile, hashes }) => [tile, hashes]));
    return (position) => {
      const leaf = position - 1;
      const at = (leaf % TILE_WIDTH) * HASH_BYTES;
      const hash = by.get(Math.floor(leaf / TILE_WIDTH))?.subarray(at, at + HASH_BYTES);
      return hash?.length === HASH_BYTES ? hash : undefined;
    };
  }
}

/** The tenant that is meant: the one named, or the only one that is sealed. @throws AuditFault */
export async function sealedTenant(pool: Pool, named: string | undefined): Promise<string> {
  if (named !== undefined) return named;
  const tenants = (await pool.query<{ tenant: string }>(SEALED_TENANTS)).rows.map(({ tenant }) => tenant);
  const [only] = tenants;
  if (only === undefined) throw new AuditFault('audit.not-sealed', { place: '…' });
  if (tenants.length > 1) throw new AuditFault('audit.which-tenant', { place: '', thing: tenants.slice(0, 10).join(', ') });
  return only;
}
