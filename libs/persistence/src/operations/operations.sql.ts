/** Workers that live. */
export const COUNT_WORKERS = 'select count(*)::int as workers from clock_worker where until > now()';

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
