import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { DEFAULT_ROLES, type RoleNames } from '../roles/role-names.js';

/** How to get into an embedded server: as its administrator, and as each of the roles. */
export interface Access {
  readonly user: string;
  readonly password: string;
  readonly port: number;
  readonly roles: Readonly<Record<LogsIn, string>>;
}

/** Roles that somebody logs in as. */
type LogsIn = Exclude<keyof RoleNames, 'asker'>;

const secret = (): string => randomBytes(24).toString('base64url');
const newRoles = (): Access['roles'] => ({ owner: secret(), app: secret(), read: secret() });

export const newAccess = (): Access => ({ user: 'thac', password: secret(), port: 0, roles: newRoles() });

/** What was kept; undefined where nothing readable is. What an earlier version kept knew of no roles. */
export async function readAccess(file: string): Promise<Access | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    return { roles: newRoles(), ...(JSON.parse(text) as Omit<Access, 'roles'>) };
  } catch {
    return undefined;
  }
}

/** Kept for its owner's eyes only; whoever reads meanwhile sees the old or the new one, whole. */
export async function keepAccess(file: string, access: Access): Promise<void> {
  const next = `${file}.next`;
  await writeFile(next, JSON.stringify(access), { mode: 0o600 });
  await rename(next, file);
}

/** The address of a database of the server, for its administrator. */
export const urlOf = ({ user, password, port }: Access, database: string): string =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;

/** The address of a database of the server, for one of its roles. */
export const roleUrlOf = ({ roles, port }: Access, role: LogsIn, database: string): string =>
  `postgresql://${DEFAULT_ROLES[role]}:${roles[role]}@127.0.0.1:${port}/${database}`;

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
