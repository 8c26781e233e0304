import type { ClientBase } from 'pg';
import { type Appended, ConcurrencyConflict, IdempotencyMismatch } from '#event-store';
import type { Batch } from './batch.js';
import { PREFLIGHT } from './preflight.sql.js';

/** A write as the preflight finds it. */
interface Found {
  readonly kind: 'key' | 'stream';
  readonly name: string;
  readonly number: number;
  readonly fingerprint: string | null;
}

/**
 * Looks before a batch is written, or after it was refused.
 * @returns what the batch's key did before, if it was used
 * @throws ConcurrencyConflict, IdempotencyMismatch
 */
export async function preflight(client: ClientBase, { tenant, writes, options }: Batch): Promise<Appended | undefined> {
  const streams = writes.map(({ stream }) => stream);
  const { rows } = await client.query<Found>(PREFLIGHT, [tenant, options.idempotencyKey ?? null, streams]);
  const key = rows.find(({ kind }) => kind === 'key');
  if (key && key.fingerprint !== (options.fingerprint ?? null)) throw new IdempotencyMismatch(key.name);
  if (key) return { position: key.number, replayed: true };
  const versions = new Map(rows.map(({ name, number }) => [name, number]));
  for (const { stream, expected } of writes) {
    const actual = versions.get(stream) ?? 0;
    if (actual !== expected) throw new ConcurrencyConflict({ stream, expected, actual });
  }
  return undefined;
}
