/** $1 tenant, $2 streams, $3 instants. */
export const SET_WAKE_UPS = `
insert into wake_up (tenant, stream, at)
select $1, x.stream, x.at from unnest($2::text[], $3::text[]) as x (stream, at)
on conflict (tenant, stream) do update set at = excluded.at`;

/** $1 tenant, $2 streams. */
export const CLEAR_WAKE_UPS = 'delete from wake_up where tenant = $1 and stream = any ($2::text[])';

/** $1 tenant, $2 until, $3 limit. A range of wake_up_due, no sort. */
export const DUE_WAKE_UPS = `
select stream, at from wake_up where tenant = $1 and at <= $2 order by at, stream limit $3`;

/** $1 tenant. The first entry of wake_up_due. */
export const EARLIEST_WAKE_UP = 'select at from wake_up where tenant = $1 order by at, stream limit 1';
