/** Whether this database has Citus. */
export const HAS_CITUS = "select exists (select from pg_extension where extname = 'citus') as has_citus";

/** Where on the cluster we are: the group of this node (0: the coordinator), and how many nodes hold shards. */
export const FIND_CLUSTER = `
select (select groupid from pg_dist_local_group) as node_group,
  (select count(*)::int from pg_dist_node where isactive and shouldhaveshards and noderole = 'primary') as holders`;

/**
 * The tables of this schema, without partitions: whether each has a tenant; how Citus keeps it (`h` by the hash of a column, `t`
 * on every node, null: here only), by which column and together with which others; what of it has triggers.
 */
export const FIND_TABLES = `
select c.relname as name, column_of.attnum is not null as has_tenant,
  case when dist.repmodel = 't' then 't' else dist.partmethod::text end as kept,
  case when dist.partmethod = 'h' then column_to_column_name(dist.logicalrelid, dist.partkey) end as kept_by,
  dist.colocationid::int as colocation,
  exists (select from pg_trigger where tgrelid = c.oid and not tgisinternal) as has_triggers
from pg_class c
left join pg_attribute column_of on column_of.attrelid = c.oid and column_of.attname = 'tenant' and not column_of.attisdropped
left join pg_dist_partition dist on dist.logicalrelid = c.oid
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
order by c.relname <> 'tenant_head', c.relname`;

/** Functions that work for one tenant, which their argument \`of_tenant\` names, and that Citus does not hand on yet. */
export const FIND_FUNCTIONS = `
select p.oid::regprocedure::text as name from pg_proc p
where p.pronamespace = current_schema()::regnamespace and 'of_tenant' = any (p.proargnames)
  and not exists (
    select from pg_catalog.pg_dist_object
    where classid = 'pg_proc'::regclass and objid = p.oid and distribution_argument_index is not null
  )
order by 1`;
