import type { Granted } from './rights.js';

/** A name or a value as it stands in a statement that takes no parameters. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Of some names, those that are roles. $1 names. */
export const EXISTING_ROLES = 'select rolname::text as name from pg_roles where rolname = any ($1::text[])';

/** Roles may log in and nothing else: no rights come with them. */
export const createRole = (name: string): string =>
  `create role ${quotedName(name)} login nosuperuser nocreatedb nocreaterole noinherit noreplication nobypassrls`;

/** Whoever records sees every row, and copies rows in bulk, which PostgreSQL refuses to those whom policies hold: a superuser's to give. */
export const passPolicies = (app: string): string => `do $$
  begin
    if not (select rolbypassrls from pg_roles where rolname = ${quotedText(app)}) then
      execute format('alter role %I bypassrls', ${quotedText(app)});
    end if;
  end $$`;

/** Lets the application become whoever asks; with none of the other's rights until it does. */
export const letBecome = (asker: string, app: string): string => `do $$
  begin
    if not exists (
      select from pg_auth_members m where m.roleid = to_regrole(quote_ident(${quotedText(asker)})) and m.member = to_regrole(quote_ident(${quotedText(app)}))
    ) then
      execute format('grant %I to %I', ${quotedText(asker)}, ${quotedText(app)});
    end if;
  end $$`;

export const setPassword = (name: string, password: string): string =>
  `alter role ${quotedName(name)} password ${quotedText(password)}`;

export const ownDatabase = (owner: string): string => `do $$
  begin
    execute format('alter database %I owner to %I', current_database(), ${quotedText(owner)});
    if to_regnamespace('public') is not null then
      execute format('alter schema public owner to %I', ${quotedText(owner)});
    end if;
  end $$`;

/**
 * Gives what an earlier version made under another name to the owner, and the queue's tables, which the queue itself makes and
 * changes, to the application. Looks at catalogues only where all is as it should be.
 */
export const handOver = (owner: string, app: string): string => `do $$
  declare
    thing record;
    new_owner text;
  begin
    for thing in
      select n.nspname as place, case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind,
        format('%I.%I', n.nspname, c.relname) as name, c.relowner as held_by
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p', 'S', 'v')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'a', 'i') and d.classid = 'pg_class'::regclass
          and (d.deptype = 'e' or c.relkind = 'S'))
      union all
      select n.nspname, 'routine', p.oid::regprocedure::text, p.proowner
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'pgboss') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select n.nspname, 'collation', format('%I.%I', n.nspname, o.collname), o.collowner
      from pg_collation o join pg_namespace n on n.oid = o.collnamespace where n.nspname in ('public', 'pgboss')
      union all
      select n.nspname, 'type', format('%I.%I', n.nspname, t.typname), t.typowner
      from pg_type t join pg_namespace n on n.oid = t.typnamespace where n.nspname in ('public', 'pgboss') and t.typtype in ('e', 'd')
    loop
      new_owner := case thing.place when 'pgboss' then ${quotedText(app)} else ${quotedText(owner)} end;
      if thing.held_by <> (select oid from pg_roles where rolname = new_owner) then
        execute format('alter %s %s owner to %I', thing.kind, thing.name, new_owner);
      end if;
    end loop;
    if to_regnamespace('pgboss') is not null then
      execute format('alter schema pgboss owner to %I', ${quotedText(owner)});
    end if;
  end $$`;

/** Tables of this schema, without partitions: nobody is given rights on those. */
export const TABLES_TO_GRANT = `
select c.relname::text as name from pg_class c
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by 1`;

/** Whoever is neither owner nor granted anything below can do nothing here; the queue makes its own tables in a place of its own. */
export const clearRights = ({ app, asker, read }: Readonly<Record<'app' | 'asker' | 'read', string>>): readonly string[] => {
  const others = [app, asker, read].map(quotedName).join(', ');
  return [
    `revoke all on schema public from public, ${others}`,
    `revoke all on all tables in schema public from public, ${others}`,
    `grant usage on schema public to ${others}`,
    'create schema if not exists pgboss',
    `revoke all on schema pgboss from public, ${others}`,
    `grant usage, create on schema pgboss to ${quotedName(app)}`,
  ];
};

/** @param columns that an insert may name; undefined: all */
export function grantOn(
  table: string,
  role: string,
  { rights, columns, reads = true }: Granted & { readonly columns?: readonly string[] | undefined },
): string {
  const words = rights.map((right) => (right === 'insert' && columns ? `insert (${columns.map(quotedName).join(', ')})` : right));
  return `grant ${[...(reads ? ['select'] : []), ...words].join(', ')} on public.${quotedName(table)} to ${quotedName(role)}`;
}

/** Whether who is logged in is a superuser. */
export const IS_SUPERUSER = 'select rolsuper as yes from pg_roles where rolname = session_user';

/**
 * Everything by which the role that has logged in, or a role that it could become, could change what is recorded, or let itself do so;
 * none where it is confined. $1 tables whose rows only come. Tables that are not there yet count as nobody's.
 */
export const POWERS = `
with reached as (
  select r.oid, r.rolsuper, r.rolcreaterole, r.rolname from pg_roles r where pg_has_role(session_user, r.oid, 'member')
), guarded as (
  select c.oid, c.relname, c.relowner from pg_class c
  where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p') and (c.relname = any ($1::text[]) or c.relispartition)
), powers as (
  select 1 as place, 'superuser' as power from reached where rolsuper
  union select 2, 'createrole' from reached where rolcreaterole
  union select 3, 'owner of the database' from reached r join pg_database d on d.datdba = r.oid where d.datname = current_database()
  union select 4, 'session_replication_role' from reached r where has_parameter_privilege(r.oid, 'session_replication_role', 'set')
  union select 5, rolname::text from reached where rolname in ('pg_write_server_files', 'pg_execute_server_program')
  union select 6, 'owner of ' || g.relname from guarded g join reached r on r.oid = g.relowner
  union select 7, 'update on ' || g.relname from guarded g, reached r where has_any_column_privilege(r.oid, g.oid, 'update')
  union select 8, right_on.name || ' on ' || g.relname from guarded g, reached r, unnest(array['delete', 'truncate', 'trigger']) as right_on (name)
    where has_table_privilege(r.oid, g.oid, right_on.name)
)
select session_user::text as role, array(select power from powers order by place, power) as powers`;

/** Whether there are tables at all; seen also by those who may not read them. */
export const HAS_TABLES = `
select exists (
  select from pg_class where relname = 'migration' and relnamespace = to_regnamespace('public')
) as has`;
export const MIGRATIONS_RUN = 'select name from public.migration';

/**
 * What is missing for row-level security: tables that hold nobody to policies; the role that these are for, or the way to become it; the
 * application's being passed over by them; another role of whoever asks that they would pass over, too. $1 tables.
 */
export const ROW_SECURITY = `
with asker as (
  select distinct r.oid, r.rolname, r.rolbypassrls or r.rolsuper as passes
  from pg_policy p join pg_roles r on r.oid = any (p.polroles) where p.polrelid = to_regclass('public.item') and p.polname ~ '^asked_'
), lacking as (
  select 1 as place, 'policies on ' || name as thing from unnest($1::text[]) as wanted (name)
    where not exists (
      select from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname ~ '^asked_'
      where c.oid = to_regclass('public.' || quote_ident(wanted.name)) and c.relrowsecurity
    )
  union all select 2, 'grant ' || rolname || ' to ' || session_user from asker where not pg_has_role(session_user, oid, 'member')
  union all select 3, 'alter role ' || session_user || ' bypassrls'
    where not (select rolbypassrls or rolsuper from pg_roles where rolname = session_user)
  union all select 4, 'alter role ' || rolname || ' nobypassrls' from asker where passes
)
select array(select thing from lacking order by place, thing) as lacking`;
