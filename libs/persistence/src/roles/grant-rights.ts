import type { DataSource } from 'typeorm';
import { whileMigrating } from '../data-source.js';
import { HAS_CITUS } from '../distribute/cluster.sql.js';
import { withoutPassword } from '../place.js';
import { type HeldTable, holdingStatements } from '../rows/hold-rows.js';
import { policiesIn } from '../rows/policies.js';
import { FIND_POLICIES } from './policies.sql.js';
import { askerRightsOn, rightsOn, SECRET } from './rights.js';
import { RoleFault } from './role-fault.js';
import type { RoleNames } from './role-names.js';
import { clearRights, EXISTING_ROLES, grantOn, TABLES_TO_GRANT } from './roles.sql.js';

type Granted = Omit<RoleNames, 'owner'>;
type Ask = <Row>(sql: string, values?: unknown[]) => Promise<Row[]>;

/**
 * Grants the application, whoever asks and the readers what they need on a migrated database, takes from everybody whatever else there
 * was, and holds whoever asks to the rows of their scope. As the owner of the tables; in one transaction, so that nobody who works
 * meanwhile is ever without rights.
 * @throws RoleFault `database.no-roles`
 */
export function grantRights(dataSource: DataSource, roles: Granted): Promise<void> {
  return whileMigrating(dataSource, async (runner) => {
    const ask: Ask = async <Row>(sql: string, values: unknown[] = []) => (await runner.query(sql, values)) as Row[];
    const names = [roles.app, roles.asker, roles.read];
    await expectRoles(await ask<{ name: string }>(EXISTING_ROLES, [names]), names, dataSource);
    const [{ has_citus: isCitus } = { has_citus: false }] = await ask<{ has_citus: boolean }>(HAS_CITUS);
    const statements = [...clearRights(roles), ...(await granted(ask, roles, isCitus)), ...(await held(ask, roles, isCitus))];
    await runner.query(['begin', ...statements, 'commit'].join(';\n'));
  });
}

async function granted(ask: Ask, { app, asker, read }: Granted, isCitus: boolean): Promise<readonly string[]> {
  const policies = policiesIn('postgres');
  return (await ask<{ name: string }>(TABLES_TO_GRANT)).flatMap(({ name }) => {
    // Citus hands no rights on columns to its nodes.
    const columns = isCitus ? undefined : rightsOn(name).columns;
    const asked = policies.get(name);
    return [
      grantOn(name, app, { rights: rightsOn(name).rights, columns }),
      ...(asked ? [grantOn(name, asker, { ...askerRightsOn(name, asked), columns })] : []),
      ...(SECRET.includes(name) ? [] : [grantOn(name, read, { rights: [] })]),
    ];
  });
}

async function held(ask: Ask, roles: Granted, isCitus: boolean): Promise<readonly string[]> {
  const policies = policiesIn(isCitus ? 'citus' : 'postgres');
  return holdingStatements(await ask<HeldTable>(FIND_POLICIES, [[...policies.keys()]]), policies, roles);
}

async function expectRoles(
  found: readonly { readonly name: string }[],
  names: readonly string[],
  { options }: DataSource,
): Promise<void> {
  const there = new Set(found.map(({ name }) => name));
  const missing = names.filter((name) => !there.has(name));
  if (missing.length === 0) return;
  const place = withoutPassword(options.type === 'postgres' ? (options.url ?? '') : '');
  throw new RoleFault('database.no-roles', { place, thing: missing.join(', ') });
}
