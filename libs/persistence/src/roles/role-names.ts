/** Names of the database's roles: whose tables they are, who records, as whom whoever asks is served, who only reads. */
export interface RoleNames {
  readonly owner: string;
  readonly app: string;
  readonly asker: string;
  readonly read: string;
}

/** Roles by name, with the password that each is to log in by; one without keeps what it has. */
export type RolePasswords = Readonly<Partial<Record<keyof RoleNames, string>>>;

export const DEFAULT_ROLES: RoleNames = { owner: 'thac_owner', app: 'thac_app', asker: 'thac_asker', read: 'thac_read' };

/** The names that an environment sets (`THAC_ROLE_OWNER`, `THAC_ROLE_APP`, `THAC_ROLE_ASKER`, `THAC_ROLE_READ`), else the usual ones. */
export const roleNamesOf = (environment: Readonly<Record<string, string | undefined>>): RoleNames => ({
  owner: environment['THAC_ROLE_OWNER'] || DEFAULT_ROLES.owner,
  app: environment['THAC_ROLE_APP'] || DEFAULT_ROLES.app,
  asker: environment['THAC_ROLE_ASKER'] || DEFAULT_ROLES.asker,
  read: environment['THAC_ROLE_READ'] || DEFAULT_ROLES.read,
});
