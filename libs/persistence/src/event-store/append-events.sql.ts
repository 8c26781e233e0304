/**
 * Takes positions and writes events in one statement, the last of its transaction: the lock on the tenant's head is held
 * from here to the commit, so positions have no gaps and stand in the order of commits.
 * Gives the position of the last event, and that of the last fact that stood before. $1 tenant, $2 number of events, $3 key or
 * null, $4 fingerprint, $5 whether there is a fact among them, then the events' columns.
 */
export const APPEND_EVENTS = `
with head as (
  insert into tenant_head (tenant, position, fact) values ($1, $2::bigint, case when $5::boolean then $2::bigint else 0 end)
  on conflict (tenant) do update set
    position = tenant_head.position + excluded.position,
    fact_before = tenant_head.fact,
    fact = case when $5::boolean then tenant_head.position + excluded.position else tenant_head.fact end
  returning position, fact_before
), keyed as (
  insert into command_record (tenant, key, fingerprint, position)
  select $1, $3::text, $4::text, position from head where $3 is not null
), written as (
  insert into event (tenant, position, stream, version, type, v, data, because, at, actor)
  select $1, head.position - $2::bigint + x.ordinal, x.stream, x.version, x.type, x.v, x.data, x.because, x.at, x.actor
  from head, unnest($6::text[], $7::int[], $8::text[], $9::int[], $10::text[], $11::text[], $12::text[], $13::text[])
    with ordinality as x (stream, version, type, v, data, because, at, actor, ordinal)
)
select position, fact_before from head`;

/** The bulk path takes its positions here, then copies the events. Same parameters, without the columns. */
export const TAKE_POSITIONS = `
with head as (
  insert into tenant_head (tenant, position, fact) values ($1, $2::bigint, case when $5::boolean then $2::bigint else 0 end)
  on conflict (tenant) do update set
    position = tenant_head.position + excluded.position,
    fact_before = tenant_head.fact,
    fact = case when $5::boolean then tenant_head.position + excluded.position else tenant_head.fact end
  returning position, fact_before
), keyed as (
  insert into command_record (tenant, key, fingerprint, position)
  select $1, $3::text, $4::text, position from head where $3 is not null
)
select position, fact_before from head`;

/** Beside {@link TAKE_POSITIONS}; five times faster than unnest from some thousand rows on. */
export const COPY_EVENTS = 'copy event (tenant, position, stream, version, type, v, data, because, at, actor) from stdin';
