import type { PoolClient } from 'pg';
import { quotedName } from '../roles/roles.sql.js';
import type { RowScope } from '#contracts';
import { hasCitus } from '../pipeline.js';
import { askerOf } from './open-asked-pool.js';
import { NO_SCOPE, scopeSettings } from './scope-settings.js';

/** Goes back to whoever logged in. */
export const SERVE_NOBODY = 'set local role none';

/** The role of each connection's database, asked for once. */
const askers = new WeakMap<PoolClient, string | null>();

/**
 * What has the rest of a transaction of the application's recorded as whoever asks, in their scope: rows made of it are written before.
 * The log is seen whole there, as far as the statements that record need it. Nothing where the system works for itself.
 */
export async function serveAs(client: PoolClient, scope: RowScope | null): Promise<readonly string[]> {
  // Citus lets nobody write where another role has written in the same transaction: there the application itself records.
  if (!scope || (await hasCitus(client))) return [];
  const asker = askers.get(client) ?? (await askerOf(client)) ?? null;
  askers.set(client, asker);
  if (asker === null) return [];
  const { within: _, ...rest } = scope;
  const writing = scope.action === '' ? { ...NO_SCOPE, tenant: scope.tenant } : { ...rest, units: '*' as const, followers: [] };
  return [[...scopeSettings(writing), `set local role ${quotedName(asker)}`].join('; ')];
}
