/** $1 tenant, $2 streams, $3 instants. */
export const SET_WAKE_UPS = `
insert into wake_up (tenant, stream, at)
select $1, x.stream, x.at from unnest($2::text[], $3::text[]) as x (stream, at)
on conflict (tenant, stream) do update set at = excluded.at`;

/** $1 tenant, $2 streams, $3 instants: an earlier wake-up stands. */
export const BRING_WAKE_UPS_FORWARD = `
insert into wake_up (tenant, stream, at)
select $1, x.stream, x.at from unnest($2::text[], $3::text[]) as x (stream, at)
on conflict (tenant, stream) do update set at = least(wake_up.at, excluded.at)`;

/** $1 tenant, $2 how the streams' names begin, $3 instant. A range of the primary key of the log. */
export const WAKE_ALL = `
insert into wake_up (tenant, stream, at)
select tenant, stream, $3 from event
where tenant = $1 and stream >= $2 and stream < $2 || chr(1114111) and version = 1
on conflict (tenant, stream) do update set at = least(wake_up.at, excluded.at)`;

/** $1 tenant, $2 streams. */
export const CLEAR_WAKE_UPS = 'delete from wake_up where tenant = $1 and stream = any ($2::text[])';

/**
 * $1 tenant, $2 streams, $3 when they were woken: what was set since for a later instant stands. Citus takes no parameter in what is
 * done on a conflict where rows come out of arrays: so what was woken goes first, and what comes next is brought forward.
 */
export const CLEAR_WAKE_UPS_OF_WOKEN = 'delete from wake_up where tenant = $1 and stream = any ($2::text[]) and at <= $3';

/**
 * $1 tenant, $2 until, $3 limit, over all slots: a range of wake_up_due for each, merged. For one look at a whole tenant; workers
 * that share it look at one slot after another.
 */
export const DUE_WAKE_UPS = `
select due.stream, due.at
from generate_series(0, 31) as slots (slot)
cross join lateral (
  select stream, at from wake_up
  where tenant = $1 and slot = slots.slot::smallint and at <= $2
  order by at, stream limit $3
) as due
order by due.at, due.stream limit $3`;

/** $1 tenant. The first entry of each slot in wake_up_due, the least of them. */
export const EARLIEST_WAKE_UP = `
select min(first.at) as at
from generate_series(0, 31) as slots (slot)
cross join lateral (
  select at from wake_up where tenant = $1 and slot = slots.slot::smallint order by at, stream limit 1
) as first
having min(first.at) is not null`;
