import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';

export interface AloneOptions {
  /** Of the work: processes of one database that name the same do it one after another. */
  readonly name: string;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
  /** Told once, where another process is at it. */
  readonly onWait?: () => void;
}

const PAUSE_MS = 200;

/**
 * Does work that one process at a time may do; the others wait for it. Holds one connection of the pool. Where its process
 * dies, the server frees the name at once.
 * @returns what the work returns; undefined where the signal ended the waiting
 */
export async function whileAlone<T>(pool: Pool, options: AloneOptions, work: () => Promise<T>): Promise<T | undefined> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (failure: Error): void => {
    broken = failure; // the server has freed the name by then; whatever the work does next meets its own fault
  };
  client.on('error', lost);
  try {
    if (!(await taken(client, options))) return undefined;
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(lost);
    client.off('error', lost);
    client.release(broken);
  }
}

async function taken(client: PoolClient, { name, signal, onWait }: AloneOptions): Promise<boolean> {
  for (let waits = 0; signal?.aborted !== true; waits++) {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 1)) as ours', [
      name,
    ]);
    if (rows[0]?.ours) return true;
    if (waits === 0) onWait?.();
    await pause(PAUSE_MS);
  }
  return false;
}
