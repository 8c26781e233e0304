/**
 * Tenants whose log has grown since it was sealed, those furthest behind first, or whose newest seal no checkpoint covers yet; 200 at
 * a time. Looks over all tenants: once a poll, never on the way of a command.
 */
export const TENANTS_TO_SEAL = `
select h.tenant from tenant_head h
left join seal_head s on s.tenant = h.tenant
where h.position > coalesce(s.position, 0) or s.position > s.checkpoint
order by h.position - coalesce(s.position, 0) desc, h.tenant limit 200`;

/** A seal that a crash takes away is made again, and comes out the same: its commit need not wait for the disk, nor hold others up there. */
export const DISK_MAY_WAIT = 'set local synchronous_commit = off';

/** $1 tenant. */
export const BEGIN_SEAL = 'insert into seal_head (tenant, position) values ($1, 0) on conflict do nothing';

/**
 * How far a log is sealed, held until the end of the transaction; nothing where somebody else is sealing it.
 * $1 tenant, $2 milliseconds between two checkpoints.
 */
export const TAKE_SEAL = `
select position, checkpoint, coalesce(checkpoint_at < now() - $2 * interval '1 millisecond', true) as may_sign
from seal_head where tenant = $1 for update skip locked`;

/** What leaves are made of. $1 tenant, $2 after position, $3 up to position, $4 limit. A range of the position index. */
export const READ_LEAVES = `
select position, stream, version, type, v, at, actor, data, because,
  to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt"
from event where tenant = $1 and position > $2 and position <= $3 order by position limit $4`;

/** $1 tenant, $2 levels, $3 tiles. */
export const READ_TILES = `
select t.level, t.tile, t.hashes from seal_tile t
join unnest($2::int[], $3::bigint[]) as wanted (level, tile) on wanted.level = t.level and wanted.tile = t.tile
where t.tenant = $1`;

/** $1 tenant, $2 levels, $3 tiles, $4 hashes. */
export const WRITE_TILES = `
insert into seal_tile (tenant, level, tile, hashes)
select $1, * from unnest($2::int[], $3::bigint[], $4::bytea[])
on conflict (tenant, level, tile) do update set hashes = excluded.hashes`;

/** $1 tenant, $2 position. */
export const MOVE_SEAL = 'update seal_head set position = $2 where tenant = $1';

/** $1 tenant, $2 size, $3 note, $4 key. */
export const WRITE_CHECKPOINT = 'insert into seal_checkpoint (tenant, size, note, key) values ($1, $2, $3, $4)';

/** $1 tenant, $2 size. */
export const NOTE_CHECKPOINT = 'update seal_head set checkpoint = $2, checkpoint_at = now() where tenant = $1';

/** $1 tenant. */
export const LAST_CHECKPOINT = `
select size, note, key, sealed_at as "sealedAt" from seal_checkpoint where tenant = $1 order by size desc limit 1`;

/** Checkpoints of one key. $1 tenant, $2 above size, $3 key, $4 limit. */
export const READ_CHECKPOINTS = `
select size, note from seal_checkpoint where tenant = $1 and size > $2 and key = $3 order by size limit $4`;

/** How far the newest checkpoint of each log that is sealed is behind it: events, and the age in seconds of the first of them. */
export const SEAL_LAGS = `
select s.tenant, h.position - s.checkpoint as events,
  coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::float8 as seconds
from seal_head s
join tenant_head h on h.tenant = s.tenant
left join event e on e.tenant = s.tenant and e.position = s.checkpoint + 1
order by s.tenant`;

/** Tenants that have a checkpoint. */
export const SEALED_TENANTS = 'select tenant from seal_head where checkpoint > 0 order by tenant';
