/** Workers that live. */
export const COUNT_WORKERS = 'select count(*)::int as workers from clock_worker where until > now()';

/** The same, one by one: who they are, and until when their word holds. */
export const LIVING_WORKERS = `
select worker, to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until
from clock_worker where until > now() order by worker`;

/** Size of the database in bytes. */
export const DATABASE_BYTES = 'select pg_database_size(current_database()) as bytes';

/** Names of the migrations that have run; none in an empty database. */
export const HAS_MIGRATIONS = "select to_regclass('migration') is not null as has";
export const RUN_MIGRATIONS = 'select name from migration';

/** Age in seconds of the oldest event that some projection has not taken in. Of a log that no projection follows: not counted. */
export const OLDEST_LAG = `
select coalesce(max(extract(epoch from clock_timestamp() - e.recorded_at)), 0)::float8 as seconds
from projection_cursor c join event e on e.tenant = c.tenant and e.position = c.position + 1
where c.state = 'live'`;

/** Tenants that have a log. */
export const TENANTS = 'select tenant from tenant_head order by tenant';

/** Deliveries that were given up, and those to be tried again by order of a person: few, in an index of their own. */
export const COUNT_UNSETTLED =
  "select state, count(*)::int as count from delivery where state in ('dead', 'again') group by state";

/** Those of one tenant that were given up. $1 tenant. */
export const COUNT_DEAD_OF = "select count(*)::int as dead from delivery where tenant = $1 and state = 'dead'";

/** Whether the queue of deliveries has been made, and how many jobs it says that it has. Counted by the queue itself, now and then. */
export const HAS_QUEUE = "select to_regclass('pgboss.queue') is not null as has";
export const countQueued = (): string => `
select coalesce(sum(queued_count + active_count), 0)::int as count from pgboss.queue where name = 'delivery'`;

/** How far deliveries are behind the logs. */
export const DELIVERY_LAGS = `
select c.tenant, 'deliveries' as projection, 1 as generation, h.position - c.position as positions,
  coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::float8 as seconds
from delivery_cursor c
join tenant_head h on h.tenant = c.tenant
left join event e on e.tenant = c.tenant and e.position = c.position + 1`;
