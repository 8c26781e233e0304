import type { ClientBase, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { withoutPassword } from '../place.js';
import { policiesIn } from '../rows/policies.js';
import { isServerFault } from '../transaction.js';
import { APPEND_ONLY } from './rights.js';
import { RoleFault } from './role-fault.js';
import { HAS_TABLES, MIGRATIONS_RUN, POWERS, ROW_SECURITY } from './roles.sql.js';

const NOT_ALLOWED = '42501';
/** Powers that a message names. */
const NAMED = 3;

/** Whose rights are looked at, and for which tables. */
export interface Confined {
  readonly pool: Pool;
  readonly dataSource: Pick<DataSource, 'migrations'>;
  readonly url: string;
}

/**
 * Looks whether who has logged in can only add to what is recorded, and finds the tables that this version knows.
 * @throws RoleFault `database.as-owner`, `database.not-migrated`, `database.not-granted`, `database.no-row-security`
 */
export async function expectConfined({ pool, dataSource, url }: Confined): Promise<void> {
  const place = withoutPassword(url);
  const { role, powers } = await powersOf(pool);
  if (powers.length > 0) throw new RoleFault('database.as-owner', { place, role, thing: powers.slice(0, NAMED).join(', ') });
  const run = await migrationsIn(pool).catch((error: unknown) => {
    throw isServerFault(error, NOT_ALLOWED) ? new RoleFault('database.not-granted', { place, role }) : error;
  });
  const missing = dataSource.migrations.flatMap(({ name = '' }) => (run.has(name) ? [] : [name]));
  if (missing.length > 0) throw new RoleFault('database.not-migrated', { place, thing: missing.join(', ') });
  const { lacking } = await rowSecurityOf(pool);
  if (lacking.length > 0)
    throw new RoleFault('database.no-row-security', { place, role, thing: lacking.slice(0, NAMED).join(', ') });
}

/** What is missing for whoever asks to be held to the rows of their scope, and for the application not to be; nothing where all is there. */
export async function rowSecurityOf(client: Asks): Promise<{ readonly lacking: readonly string[] }> {
  const { rows } = await (client as Pick<ClientBase, 'query'>).query<{ lacking: readonly string[] }>(ROW_SECURITY, [
    [...policiesIn('postgres').keys()],
  ]);
  return rows[0] ?? { lacking: [] };
}

type Asks = Pick<Pool, 'query'> | Pick<ClientBase, 'query'>;

/** By what the role that has logged in could change what is recorded; nothing where it can only add to it. */
export async function powersOf(client: Asks): Promise<Powers> {
  const { rows } = await (client as Pick<ClientBase, 'query'>).query<Powers>(POWERS, [APPEND_ONLY]);
  return rows[0] ?? { role: '', powers: [] };
}

export interface Powers {
  readonly role: string;
  readonly powers: readonly string[];
}

async function migrationsIn(pool: Pool): Promise<ReadonlySet<string>> {
  const has = (await pool.query<{ has: boolean }>(HAS_TABLES)).rows[0]?.has ?? false;
  return new Set(has ? (await pool.query<{ name: string }>(MIGRATIONS_RUN)).rows.map(({ name }) => name) : []);
}
