/**
 * The log. The tenant leads every key; two B-trees and no more. `data` and `because` are text: the store hands back the
 * very bytes it was given and never pays for parsing them. `xid` is an independent witness of the order of commits.
 */
export const CREATE_LOG = [
  `create table tenant_head (
    tenant text collate "C" primary key,
    position bigint not null
  )`,
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
  )`,
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'the event log is append-only';
  end $$`,
  `create trigger event_append_only before update or delete or truncate on event
    for each statement execute function refuse_change()`,
  `create table command_record (
    tenant text collate "C" not null,
    key text collate "C" not null,
    fingerprint text,
    position bigint not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (tenant, key)
  )`,
  `create table wake_up (
    tenant text collate "C" not null,
    stream text collate "C" not null,
    at text collate "C" not null,
    primary key (tenant, stream)
  )`,
  'create index wake_up_due on wake_up (tenant, at, stream)',
];

/** Sorts Vietnamese names as people do where the server has ICU, by code point where it has not. */
export const CREATE_COLLATION = `do $$
  begin
    create collation vietnamese (provider = icu, locale = 'vi');
  exception when feature_not_supported or invalid_parameter_value or invalid_object_definition then
    create collation vietnamese (provider = libc, locale = 'C');
  end $$`;

/** LZ4 squeezes large events several times faster than the default; a server built without it keeps the default. */
export const COMPRESS_FASTER = `do $$
  begin
    alter table event alter column data set compression lz4;
  exception when feature_not_supported or invalid_parameter_value then
    null;
  end $$`;

/** What people look at: each table is written in the transaction that records the events. */
export const CREATE_READ_MODELS = [
  `create table rules_document (
    tenant text collate "C" not null,
    hash text collate "C" not null,
    text text not null,
    rules text not null,
    primary key (tenant, hash)
  )`,
  `create table plan (
    tenant text collate "C" not null,
    id text collate "C" not null,
    root text collate "C" not null,
    parent text collate "C",
    number text not null,
    issuer text collate "C" not null,
    issued_on date not null,
    title text not null,
    rules text collate "C" not null,
    status text collate "C" not null,
    primary key (tenant, id)
  )`,
  'create index plan_newest on plan (tenant, issued_on desc, id)',
  `create table task (
    tenant text collate "C" not null,
    plan text collate "C" not null,
    no text collate "C" not null,
    section integer,
    title text not null,
    deliverable text,
    refines text collate "C",
    primary key (tenant, plan, no)
  )`,
  `create table unit (
    tenant text collate "C" not null,
    id text collate "C" not null,
    name text not null,
    tier text collate "C" not null,
    kind text collate "C" not null,
    superior text collate "C",
    valid_from date not null,
    valid_until date,
    successors text[] not null,
    primary key (tenant, id)
  )`,
  'create index unit_superior on unit (tenant, superior)',
  'create index unit_name on unit (tenant, name collate vietnamese, id)',
];

export const CREATE_UNIT_PLANS = [
  `create table unit_plan (
    tenant text collate "C" not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    source text collate "C" not null,
    provisional boolean not null,
    own_plan text collate "C",
    version integer not null,
    acceptors text[] not null,
    joint text not null,
    supports text not null,
    primary key (tenant, plan, unit)
  )`,
  'create index unit_plan_source on unit_plan (tenant, source)',
  `create table item (
    tenant text collate "C" not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    id text collate "C" not null,
    task text collate "C" not null,
    source text collate "C" not null,
    period text collate "C",
    kind text collate "C" not null,
    due date,
    receiver text collate "C",
    status text collate "C" not null,
    generation integer not null,
    received_at text collate "C",
    submitted_at text collate "C",
    completed_at text collate "C",
    primary key (tenant, plan, unit, id)
  )`,
  'create index item_unit on item (tenant, unit)',
  `create index item_open_due on item (tenant, due)
    where due is not null and status in ('assigned', 'received', 'in-progress', 'returned')`,
  "create index item_submitted on item (tenant, plan, unit) where status = 'submitted'",
  `create table report (
    tenant text collate "C" not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    id text collate "C" not null,
    regime text collate "C" not null,
    source text collate "C" not null,
    period text collate "C" not null,
    from_day date not null,
    until_day date not null,
    due date,
    to_unit text collate "C" not null,
    via_unit text collate "C",
    copies text[] not null,
    consolidated boolean not null,
    inputs text[] not null,
    received text[] not null,
    status text collate "C" not null,
    submitted_at text collate "C",
    content text,
    primary key (tenant, plan, unit, id)
  )`,
  'create index report_unit on report (tenant, unit)',
  "create index report_waiting on report (tenant, to_unit) where status = 'submitted'",
  "create index report_passing on report (tenant, via_unit) where status = 'submitted' and via_unit is not null",
  `create table duty (
    tenant text collate "C" not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    id text collate "C" not null,
    source text collate "C" not null,
    due date,
    send_to text collate "C",
    own_plan text collate "C",
    fulfilled_at text collate "C",
    primary key (tenant, plan, unit, id)
  )`,
  'create index duty_unit on duty (tenant, unit)',
  `create table escalation (
    tenant text collate "C" not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    obligation text collate "C" not null,
    step text collate "C" not null,
    generation integer not null,
    due date not null,
    at text collate "C" not null,
    actions text not null,
    primary key (tenant, plan, unit, obligation, generation, step)
  )`,
];

/** In the reverse order of their making. */
export const DROP_ALL = [
  'drop table escalation, duty, report, item, unit_plan, unit, task, plan, rules_document',
  'drop table wake_up, command_record, event, tenant_head',
  'drop function refuse_change()',
  'drop collation vietnamese',
];
