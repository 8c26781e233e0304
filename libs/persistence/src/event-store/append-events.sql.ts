/**
 * Takes positions and writes events in one statement, the last of its transaction: the lock on the tenant's head is held
 * from here to the commit, so positions have no gaps and stand in the order of commits.
 * $1 tenant, $2 number of events, $3 key or null, $4 fingerprint, then the events' columns.
 */
export const APPEND_EVENTS = `
with head as (
  insert into tenant_head (tenant, position) values ($1, $2)
  on conflict (tenant) do update set position = tenant_head.position + excluded.position
  returning position
), keyed as (
  insert into command_record (tenant, key, fingerprint, position)
  select $1, $3::text, $4::text, position from head where $3 is not null
), written as (
  insert into event (tenant, position, stream, version, type, v, data, because, at, actor)
  select $1, head.position - $2 + x.ordinal, x.stream, x.version, x.type, x.v, x.data, x.because, x.at, x.actor
  from head, unnest($5::text[], $6::int[], $7::text[], $8::int[], $9::text[], $10::text[], $11::text[], $12::text[])
    with ordinality as x (stream, version, type, v, data, because, at, actor, ordinal)
)
select position from head`;

/** The bulk path takes its positions here, then copies the events. Same parameters, without the columns. */
export const TAKE_POSITIONS = `
with head as (
  insert into tenant_head (tenant, position) values ($1, $2)
  on conflict (tenant) do update set position = tenant_head.position + excluded.position
  returning position
), keyed as (
  insert into command_record (tenant, key, fingerprint, position)
  select $1, $3::text, $4::text, position from head where $3 is not null
)
select position from head`;

/** Beside {@link TAKE_POSITIONS}; five times faster than unnest from some thousand rows on. */
export const COPY_EVENTS = 'copy event (tenant, position, stream, version, type, v, data, because, at, actor) from stdin';
