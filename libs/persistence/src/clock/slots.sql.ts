/** $1 tenant. The first entry of each slot that has any: 32 probes of wake_up_due. */
export const FIRST_OF_SLOTS = `
select slots.slot, first.at
from generate_series(0, 31) as slots (slot)
cross join lateral (
  select at from wake_up where tenant = $1 and slot = slots.slot::smallint order by at, stream limit 1
) as first`;

/**
 * $1 tenant, $2 slot, $3 until, $4 and $5 instant and stream to go on after, $6 limit. A range of wake_up_due, no sort, nothing
 * read from the table. Empty where a leading wake-up is due by then: one probe, once.
 */
export const DUE_IN_SLOT = `
select stream, at from wake_up
where tenant = $1 and slot = $2::smallint and at <= $3 and (at, stream) > ($4, $5)
  and ($2::smallint = 0 or not exists (select from wake_up where tenant = $1 and slot = 0 and at <= $3))
order by at, stream limit $6`;

/** $1 until. For each tenant one probe of each slot at most. */
export const DUE_TENANTS = `
select tenant from tenant_head as head
where exists (
  select from wake_up
  where wake_up.tenant = head.tenant and slot = any ('{${Array.from({ length: 32 }, (_, slot) => slot).join(',')}}'::smallint[])
    and at <= $1
)
order by tenant`;

/**
 * $1 tenant, $2 instants that part the classes, the latest first and the last one the earliest of all, $3 most that are counted
 * in a class. Reads at most five times as many entries of wake_up_due, however many are due.
 */
export const LATENESS = `
select bound.class, count(late.at)::int as count
from unnest($2::text[]) with ordinality as bound (until, class)
cross join lateral (
  select at from wake_up
  where tenant = $1 and slot = any ('{${Array.from({ length: 32 }, (_, slot) => slot).join(',')}}'::smallint[])
    and at <= bound.until and at > coalesce(($2::text[])[bound.class + 1], '')
  limit $3
) as late
group by bound.class`;
