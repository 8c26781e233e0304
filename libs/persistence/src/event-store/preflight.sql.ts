/**
 * What must be known before a batch is written, in one round trip: what was recorded under its key, and where its streams
 * stand (one index probe each). $1 tenant, $2 key or null, $3 streams.
 */
export const PREFLIGHT = `
select 'key' as kind, key as name, position as number, fingerprint from command_record where tenant = $1 and key = $2
union all
select 'stream', wanted.stream, coalesce(last.version, 0), null
from unnest($3::text[]) as wanted (stream)
left join lateral (
  select version from event
  where event.tenant = $1 and event.stream = wanted.stream
  order by version desc limit 1
) as last on true`;

/**
 * Holds rebuilds of read models off until the end of the transaction; appends do not hold one another off. $1 tenant. Names no
 * table: on Citus it is then the coordinator that holds the lock, for everybody.
 */
export const HOLD_REBUILDS_OFF = 'select pg_advisory_xact_lock_shared(hashtextextended($1, 0))';

/**
 * The same for whoever is not the clock; with a second lock, held as long, that tells the clock of them. $1 tenant.
 */
export const HOLD_REBUILDS_OFF_AND_SAY_SO =
  'select pg_advisory_xact_lock_shared(hashtextextended($1, 0)), pg_advisory_xact_lock_shared(hashtextextended($1, 1))';

/** Whether anybody but the clock is writing, or waits for their turn to. $1 tenant. What it takes is given back at once. */
export const IS_IN_THE_WAY = `select case when pg_try_advisory_lock(hashtextextended($1, 1))
  then not pg_advisory_unlock(hashtextextended($1, 1)) else true end as is_in_the_way`;
