/**
 * What leaves the engine. The key is worked out from what a delivery is about, so the same one cannot be made twice; the cursor
 * says up to which position a tenant's log has been followed.
 */
export const CREATE_DELIVERIES = [
  `create table delivery (
    tenant text collate "C" not null,
    id text collate "C" not null,
    channel text collate "C" not null,
    recipient text collate "C" not null,
    subject text collate "C" not null,
    plan text collate "C" not null,
    unit text collate "C" not null,
    obligation text collate "C" not null,
    step text collate "C" not null,
    generation integer not null,
    due text collate "C" not null,
    at text collate "C" not null,
    state text collate "C" not null,
    attempts integer not null default 0,
    last_error text,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (tenant, id)
  )`,
  "create index delivery_unsettled on delivery (tenant, state, id) where state in ('dead', 'again')",
  `create table delivery_cursor (
    tenant text collate "C" primary key,
    position bigint not null
  )`,
];

export const DROP_DELIVERIES = ['drop table delivery_cursor, delivery'];
