import pg from 'pg';
import type { Pool, PoolClient } from 'pg';

/**
 * Runs work in one transaction of one connection: committed when it returns, rolled back when it throws. A connection on
 * which even the rollback fails is thrown away.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const lost = (failure: Error): void => {
    broken = failure; // the statement that is under way, or the next one, rejects and says so
  };
  client.on('error', lost);
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(lost);
    throw error;
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

/** True where PostgreSQL refused with one of these SQLSTATE codes, with any where none is named. */
export const isServerFault = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof pg.DatabaseError && (codes.length === 0 || codes.includes(error.code ?? ''));
