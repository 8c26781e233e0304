/**
 * Who somebody is at a provider outside (OpenID Connect), and sign-ins there that are under way: only hashes of what the browser
 * and the provider hold. A session knows the provider that it was begun at.
 */
export const CREATE_OUTSIDE_IDENTITIES = [
  `create table outside_identity (
    tenant text collate "C" not null,
    issuer text collate "C" not null,
    subject text collate "C" not null,
    account text collate "C" not null,
    linked_at timestamptz not null,
    linked_by text collate "C",
    primary key (tenant, issuer, subject)
  )`,
  'create unique index outside_identity_account on outside_identity (tenant, account, issuer)',
  `create table outside_attempt (
    tenant text collate "C" not null,
    hash bytea not null,
    browser bytea not null,
    back text not null,
    expires_at timestamptz not null,
    primary key (tenant, hash)
  )`,
  'alter table session add column issuer text collate "C"',
];

export const DROP_OUTSIDE_IDENTITIES = ['alter table session drop column issuer', 'drop table outside_attempt, outside_identity'];
