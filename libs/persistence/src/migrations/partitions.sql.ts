/** Partitions of the log: tenants are spread over them by their hash, so that no table is asked to hold the whole country for ever. */
const PARTITIONS = 8;

/**
 * The log, partitioned by tenant. Same columns, same two B-trees in each partition. Statement triggers of the whole table
 * do not see those who name a partition: each partition has its own.
 */
export const PARTITION_LOG = [
  'alter table event rename to event_whole',
  'alter table event_whole rename constraint event_pkey to event_whole_pkey',
  'alter table event_whole rename constraint event_position to event_whole_position',
  `create table event (
    position bigint not null,
    version integer not null,
    v integer not null,
    tenant text collate "C" not null,
    stream text collate "C" not null,
    type text collate "C" not null,
    at text collate "C" not null,
    actor text collate "C",
    data text not null,
    because text,
    recorded_at timestamptz not null default clock_timestamp(),
    xid xid8 not null default pg_current_xact_id(),
    primary key (tenant, stream, version),
    constraint event_position unique (tenant, position)
  ) partition by hash (tenant)`,
  `create trigger event_append_only before update or delete or truncate on event
    for each statement execute function refuse_change()`,
  `do $$
  begin
    for part in 0..${PARTITIONS - 1} loop
      execute format('create table event_%s partition of event for values with (modulus ${PARTITIONS}, remainder %s)', part, part);
      execute format('create trigger event_append_only before update or delete or truncate on event_%s
        for each statement execute function refuse_change()', part);
    end loop;
  end $$`,
  `insert into event (position, version, v, tenant, stream, type, at, actor, data, because, recorded_at, xid)
    select position, version, v, tenant, stream, type, at, actor, data, because, recorded_at, xid from event_whole`,
  'drop table event_whole',
];

/**
 * Appends in one round trip: checks where each stream stands, then takes positions under the lock of the tenant's head,
 * which is held from here to the commit, so positions have no gaps and stand in the order of commits.
 * TH001: a stream is not where it should be; TH002: a fact stands that the writer did not know. Whoever copies the events
 * afterwards, in the same transaction, gives none: \`written\` positions are theirs.
 */
export const CREATE_APPEND = `
create function append_events(
  of_tenant text, written bigint, has_fact boolean, knowing bigint,
  checked text[], expected integer[],
  keys text[], fingerprints text[], offsets bigint[],
  streams text[], versions integer[], types text[], vs integer[], datas text[], becauses text[], ats text[], actors text[]
) returns bigint language plpgsql as $$
declare
  head bigint;
  fact bigint;
begin
  perform 1 from unnest(checked, expected) as wanted (stream, version)
  left join lateral (
    select e.version from event e where e.tenant = of_tenant and e.stream = wanted.stream order by e.version desc limit 1
  ) as last on true
  where coalesce(last.version, 0) <> wanted.version;
  if found then
    raise exception 'a stream moved on' using errcode = 'TH001';
  end if;
  insert into tenant_head as h (tenant, position, fact)
  values (of_tenant, written, case when has_fact then written else 0 end)
  on conflict (tenant) do update set
    position = h.position + excluded.position,
    fact_before = h.fact,
    fact = case when has_fact then h.position + excluded.position else h.fact end
  returning position, fact_before into head, fact;
  if fact > knowing then
    raise exception 'a fact was recorded' using errcode = 'TH002';
  end if;
  if cardinality(keys) > 0 then
    insert into command_record (tenant, key, fingerprint, position)
    select of_tenant, k.key, k.fingerprint, head - written + k.ordinal
    from unnest(keys, fingerprints, offsets) as k (key, fingerprint, ordinal);
  end if;
  if cardinality(streams) > 0 then
    insert into event (tenant, position, stream, version, type, v, data, because, at, actor)
    select of_tenant, head - written + x.ordinal, x.stream, x.version, x.type, x.v, x.data, x.because, x.at, x.actor
    from unnest(streams, versions, types, vs, datas, becauses, ats, actors)
      with ordinality as x (stream, version, type, v, data, because, at, actor, ordinal);
  end if;
  return head;
end $$`;

/** The same for one event without a key, the usual command, at half the cost: no arrays to take apart. */
export const CREATE_APPEND_ONE = `
create function append_one(
  of_tenant text, knowing bigint, of_stream text, expected integer,
  of_type text, of_v integer, of_data text, of_because text, of_at text, of_actor text
) returns bigint language plpgsql as $$
declare
  head bigint;
begin
  for attempt in 1..2 loop
    update tenant_head set position = position + 1
    where tenant = of_tenant and (knowing is null or fact <= knowing) and expected = coalesce(
      (select version from event where tenant = of_tenant and stream = of_stream order by version desc limit 1), 0)
    returning position into head;
    exit when found;
    insert into tenant_head (tenant, position) values (of_tenant, 0) on conflict do nothing;
  end loop;
  if head is null then
    raise exception 'a stream moved on, or a fact was recorded' using errcode = 'TH001';
  end if;
  insert into event (tenant, position, stream, version, type, v, data, because, at, actor)
  values (of_tenant, head, of_stream, expected + 1, of_type, of_v, of_data, of_because, of_at, of_actor);
  return head;
end $$`;

/** Back to one table, with everything in it. */
export const JOIN_LOG = [
  'drop function append_one',
  'drop function append_events',
  'alter table event rename to event_parts',
  'alter table event_parts rename constraint event_pkey to event_parts_pkey',
  'alter table event_parts rename constraint event_position to event_parts_position',
  'create table event (like event_parts including defaults, primary key (tenant, stream, version), constraint event_position unique (tenant, position))',
  'insert into event select * from event_parts',
  'drop table event_parts',
  `create trigger event_append_only before update or delete or truncate on event
    for each statement execute function refuse_change()`,
];
