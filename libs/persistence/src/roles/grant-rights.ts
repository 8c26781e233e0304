import type { DataSource } from 'typeorm';
import { whileMigrating } from '../data-source.js';
import { HAS_CITUS } from '../distribute/cluster.sql.js';
import { withoutPassword } from '../place.js';
import { rightsOn, SECRET } from './rights.js';
import { RoleFault } from './role-fault.js';
import type { RoleNames } from './role-names.js';
import { clearRights, EXISTING_ROLES, grantOn, TABLES_TO_GRANT } from './roles.sql.js';

/**
 * Grants the application and the readers what they need on a migrated database, and takes from everybody whatever else there was. As
 * the owner of the tables; in one transaction, so that nobody who works meanwhile is ever without rights.
 * @throws RoleFault `database.no-roles`
 */
export function grantRights(dataSource: DataSource, roles: Pick<RoleNames, 'app' | 'read'>): Promise<void> {
  return whileMigrating(dataSource, async (runner) => {
    const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => (await runner.query(sql, values)) as Row[];
    await expectRoles(await ask<{ name: string }>(EXISTING_ROLES, [[roles.app, roles.read]]), roles, dataSource);
    const tables = await ask<{ name: string }>(TABLES_TO_GRANT);
    const [{ has_citus: isCitus } = { has_citus: false }] = await ask<{ has_citus: boolean }>(HAS_CITUS);
    const granted = tables.flatMap(({ name }) => {
      const { rights, columns } = rightsOn(name);
      // Citus hands no rights on columns to its nodes.
      const ofApplication = grantOn(name, roles.app, { rights, columns: isCitus ? undefined : columns });
      return SECRET.includes(name) ? [ofApplication] : [ofApplication, grantOn(name, roles.read, { rights: [] })];
    });
    await runner.query(['begin', ...clearRights(roles), ...granted, 'commit'].join(';\n'));
  });
}

async function expectRoles(
  found: readonly { readonly name: string }[],
  { app, read }: Pick<RoleNames, 'app' | 'read'>,
  { options }: DataSource,
): Promise<void> {
  const there = new Set(found.map(({ name }) => name));
  const missing = [app, read].filter((name) => !there.has(name));
  if (missing.length === 0) return;
  const place = withoutPassword(options.type === 'postgres' ? (options.url ?? '') : '');
  throw new RoleFault('database.no-roles', { place, thing: missing.join(', ') });
}
