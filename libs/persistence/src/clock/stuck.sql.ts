/** $1 tenant, $2 streams, $3 their instants: wake-ups that still stand there are over. Gives those that did. */
export const TAKE_STUCK = `
delete from wake_up using unnest($2::text[], $3::text[]) as x (stream, at)
where wake_up.tenant = $1 and wake_up.stream = x.stream and wake_up.at = x.at
returning wake_up.stream`;

/** $1 tenant, $2 streams, $3 instants, $4 reasons. Of one that is set aside again the first instant stays. */
export const NOTE_STUCK = `
insert into clock_stuck (tenant, stream, at, reason)
select $1, x.stream, x.at, x.reason from unnest($2::text[], $3::text[], $4::text[]) as x (stream, at, reason)
on conflict (tenant, stream) do update set at = least(clock_stuck.at, excluded.at), reason = excluded.reason`;

/** The longest waiting first; a thousand at most. $1 tenant (null: of all). */
export const LIST_STUCK = `
select tenant, stream, at, reason, since from clock_stuck where ($1::text is null or tenant = $1)
order by since, tenant, stream limit 1000`;

export const COUNT_STUCK = 'select count(*)::int as stuck from clock_stuck';

/** $1 tenant, $2 stream, or null for all of them. */
export const FORGET_STUCK =
  'delete from clock_stuck where tenant = $1 and ($2::text is null or stream = $2) returning stream, at';

/** Tenants of which any unit plan is set aside. */
export const STUCK_TENANTS = 'select distinct tenant from clock_stuck order by tenant';
