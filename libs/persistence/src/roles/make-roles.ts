import type { ClientBase } from 'pg';
import type { RoleNames, RolePasswords } from './role-names.js';
import { createRole, EXISTING_ROLES, handOver, letBecome, ownDatabase, passPolicies, setPassword } from './roles.sql.js';

type Asked = Pick<ClientBase, 'query'>;

/** Roles are the whole server's, whatever the database: one process at a time makes them. Any number. */
const ROLES_LOCK = 0x726f6c65;

/**
 * Makes the roles that a server lacks, sets the passwords that are given, and makes the database the owner's, with all that an
 * earlier version made in it under another name. As a superuser, in the database that it is about.
 */
export async function makeRoles(client: Asked, names: RoleNames, passwords: RolePasswords = {}): Promise<void> {
  await makeRolesOnly(client, names, passwords);
  for (const statement of [ownDatabase(names.owner), handOver(names.owner, names.app)]) await client.query(statement);
}

/** The same without touching the database that the connection is in. */
export async function makeRolesOnly(client: Asked, names: RoleNames, passwords: RolePasswords): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [ROLES_LOCK]);
  try {
    const wanted = Object.entries(names) as [keyof RoleNames, string][];
    const { rows } = await client.query<{ name: string }>(EXISTING_ROLES, [wanted.map(([, name]) => name)]);
    const there = new Set(rows.map(({ name }) => name));
    const statements = wanted.flatMap(([kind, name]) => [
      ...(there.has(name) ? [] : [createRole(name)]),
      ...(passwords[kind] === undefined ? [] : [setPassword(name, passwords[kind])]),
    ]);
    const standing = [passPolicies(names.app), letBecome(names.asker, names.app)];
    for (const statement of [...statements, ...standing]) await client.query(statement);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [ROLES_LOCK]);
  }
}
