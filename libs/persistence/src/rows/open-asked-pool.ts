import type { Pool, QueryConfig } from 'pg';
import { createPool } from '../pool.js';
import { AskedPool } from './asked-pool.js';
import { askedBy, scopeNow } from './asking.js';
import { FIND_ASKER } from '../roles/policies.sql.js';

/** The role that whoever asks is served as; undefined in a database whose tables hold nobody to policies. */
export async function askerOf(pool: Pick<Pool, 'query'>): Promise<string | undefined> {
  return (await pool.query<{ asker: string }>(FIND_ASKER)).rows[0]?.asker;
}

/** What one statement of whoever asks may take. Those of a country take some seconds. */
const LONGEST_MS = 120_000;

/**
 * Connections for whoever asks, beside those of the application to the same database. The application's role becomes the other as each
 * of them is made, and no statement of theirs takes longer than two minutes. @param max 10 unless told
 */
export async function openAskedPool(pool: Pool, url: string, max?: number): Promise<Pool> {
  const asker = await askerOf(pool);
  const own = new URL(url);
  const options = [...(asker === undefined ? [] : [`-c role=${asker}`]), `-c statement_timeout=${LONGEST_MS}`];
  own.searchParams.set('options', options.join(' '));
  return new AskedPool(createPool({ url: own.href, ...(max !== undefined && { max }) })) as unknown as Pool;
}

/**
 * Connections for accounts and what lets people in. At the entrance nobody is known yet, and everybody looks after their own account:
 * there it is the application that looks. Whoever asks for somebody else's is held to their scope.
 */
export const entrancePool = (pool: Pool, asked: Pool): Pool => chosen(() => (typeof askedBy() === 'object' ? asked : pool));

/**
 * Connections for looking after the house itself: its workers, its queue, what stands still. Whoever's rights reach that is shown it by
 * the application; all others are held to their scope, which has none of it.
 */
export const housePool = (pool: Pool, asked: Pool): Pool =>
  chosen(() => (scopeNow()?.action.startsWith('operations.') === true ? pool : asked));

function chosen(now: () => Pool): Pool {
  const pool: Pick<Pool, 'query' | 'connect'> = {
    query: ((statement: string | QueryConfig, values?: unknown[]) => now().query(statement, values)) as Pool['query'],
    connect: (() => now().connect()) as Pool['connect'],
  };
  return pool as Pool;
}
