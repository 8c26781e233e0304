/**
 * Tenants whose log is ahead of a projection, those furthest behind first, and those of which a generation is being built or
 * is left over. $1 projection, $2 version, $3 limit. Looks over all tenants: once a poll, never on the way of a command.
 */
export const TENANTS_BEHIND = `
select h.tenant from tenant_head h
left join projection_cursor c on c.tenant = h.tenant and c.projection = $1
group by h.tenant, h.position
having count(*) filter (where c.version >= $2) = 0
  or count(*) filter (where c.state = 'old' or c.version = $2 and (c.state = 'building' or c.position < h.position)) > 0
order by h.position - coalesce(min(c.position), 0) desc, h.tenant limit $3`;

/**
 * Makes the first generation of a version where none of it, or of a later one, is there. The first of all is read at once,
 * later ones when they have caught up. $1 tenant, $2 projection, $3 version.
 */
export const BEGIN_VERSION = `
insert into projection_cursor (tenant, projection, generation, version, state)
select $1, $2, coalesce(max(generation), 0) + 1, $3, case when count(*) = 0 then 'live' else 'building' end
from projection_cursor where tenant = $1 and projection = $2
having count(*) filter (where version >= $3) = 0
on conflict do nothing`;

/** Begins to build another generation of the same version. $1 tenant, $2 projection, $3 version. */
export const BEGIN_GENERATION = `
insert into projection_cursor (tenant, projection, generation, version, state)
select $1, $2, coalesce(max(generation), 0) + 1, $3, case when count(*) = 0 then 'live' else 'building' end
from projection_cursor where tenant = $1 and projection = $2
returning generation`;

/** The generation that is furthest behind and in nobody's hands. $1 tenant, $2 projection, $3 version. */
export const CLAIM = `
select generation, position, state from projection_cursor
where tenant = $1 and projection = $2 and version = $3 and state <> 'old'
order by position, state = 'live', generation limit 1 for update skip locked`;

/** $1 tenant, $2 projection, $3 generation, $4 position. */
export const MOVE_CURSOR = `
update projection_cursor set position = $4, moved_at = statement_timestamp()
where tenant = $1 and projection = $2 and generation = $3`;

/** Where the generation stands that is read, held until the end of the transaction. $1 tenant, $2 projection. */
export const HOLD_LIVE = `
select generation, position from projection_cursor
where tenant = $1 and projection = $2 and state = 'live' for update`;

/** The one that was built is read from now on. $1 tenant, $2 projection, $3 generation. */
export const SWITCH = `
update projection_cursor set state = case when generation = $3 then 'live' else 'old' end
where tenant = $1 and projection = $2 and (state = 'live' or generation <= $3)`;

/** A generation that nobody reads any more. $1 tenant, $2 projection. */
export const CLAIM_OLD = `
select generation from projection_cursor
where tenant = $1 and projection = $2 and state = 'old' limit 1 for update skip locked`;

/** $1 tenant, $2 projection, $3 generation. */
export const FORGET = 'delete from projection_cursor where tenant = $1 and projection = $2 and generation = $3';

/** Rows of a generation that nobody reads. The table is one of a projection's own. $1 tenant, $2 generation. */
export const clearGeneration = (table: string): string => `delete from ${table} where tenant = $1 and generation = $2`;

/** How far each projection that is read is behind: positions, and the age in seconds of the first event not taken in. */
export const LAGS = `
select c.tenant, c.projection, c.generation, h.position - c.position as positions,
  coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::float8 as seconds
from projection_cursor c
join tenant_head h on h.tenant = c.tenant
left join event e on e.tenant = c.tenant and e.position = c.position + 1
where c.state = 'live'`;
