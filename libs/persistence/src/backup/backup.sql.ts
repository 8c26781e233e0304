/** Everything read by the transaction's later statements is of one moment. */
export const SNAPSHOT = 'set transaction isolation level repeatable read, read only';

/**
 * Tables with their columns, as they are copied: all but what belongs to one run of one installation (which migrations ran, which
 * workers live, how far a rebuild has come), what the server computes, and `xid`, which is another one in another database.
 */
export const TABLES = `
select c.relname::text as table, array_agg(a.attname::text order by a.attnum) as columns
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and c.relname not in ('migration', 'clock_worker', 'rebuild')
  and a.attgenerated = '' and a.attname <> 'xid'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
group by c.relname order by c.relname`;

export const HAS_MIGRATIONS = "select to_regclass('public.migration') is not null as has";
export const MIGRATIONS = 'select name from migration order by timestamp';
export const HEADS = 'select tenant, position from tenant_head order by tenant';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Rows being built beside those that people read are nobody's: they begin with `~`. */
export const copyOut = (table: string, columns: readonly string[]): string =>
  `copy (select ${columns.map(quoted).join(', ')} from ${quoted(table)}${
    columns.includes('tenant') ? " where tenant not like '~%'" : ''
  }) to stdout`;

export const copyIn = (table: string, columns: readonly string[]): string =>
  `copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`;

/** Whether a table has any row. */
export const hasRows = (table: string): string => `select exists (select 1 from ${quoted(table)}) as has`;

/** Fresh statistics: nothing was there a moment ago. */
export const ANALYSE_ALL = 'analyze';

/** Tenants whose log is not gapless up to its head. */
export const BROKEN_LOGS = `
select coalesce(h.tenant, e.tenant) as tenant from tenant_head h
full join (
  select tenant, count(*) as events, min(position) as first, max(position) as last from event group by tenant
) e on e.tenant = h.tenant
where h.position is distinct from e.events or e.first is distinct from 1 or e.last is distinct from e.events
order by 1 limit 10`;

/** Streams whose versions are not gapless. */
export const BROKEN_STREAMS = `
select tenant, stream from event group by tenant, stream
having min(version) <> 1 or max(version) <> count(*) order by tenant, stream limit 10`;
