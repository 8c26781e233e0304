/**
 * Accounts, and what lets people in: only hashes of passwords, sessions, tokens and links. What people may do stands in the log, in
 * the streams of users; what they are called, in the register of persons.
 */
export const CREATE_IDENTITY = [
  `create table account (
    tenant text collate "C" not null,
    id text collate "C" not null,
    name text collate "C" not null,
    password text,
    totp_secret bytea,
    totp_confirmed boolean not null default false,
    totp_step bigint not null default 0,
    created_at timestamptz not null,
    primary key (tenant, id)
  )`,
  'create unique index account_name on account (tenant, name)',
  `create table session (
    tenant text collate "C" not null,
    hash bytea not null,
    account text collate "C" not null,
    is_strong boolean not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    address text not null,
    agent text not null,
    primary key (tenant, hash)
  )`,
  'create index session_account on session (tenant, account)',
  `create table api_token (
    tenant text collate "C" not null,
    id text collate "C" not null,
    hash bytea not null,
    account text collate "C" not null,
    name text not null,
    may_write boolean not null,
    is_strong boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    primary key (tenant, id)
  )`,
  'create unique index api_token_hash on api_token (tenant, hash)',
  'create index api_token_account on api_token (tenant, account)',
  `create table one_time_link (
    tenant text collate "C" not null,
    hash bytea not null,
    purpose text collate "C" not null,
    account text collate "C",
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant, hash)
  )`,
  `create table sign_in_failure (
    tenant text collate "C" not null,
    key text collate "C" not null,
    failures integer not null,
    failed_at timestamptz not null,
    primary key (tenant, key)
  )`,
];

export const DROP_IDENTITY = ['drop table sign_in_failure, one_time_link, api_token, session, account'];
