/**
 * Particulars of persons, encrypted, and the key of each. A key that is null was destroyed: the row stays, so that none is made anew.
 */
export const CREATE_PERSONS = [
  `create table person (
    tenant text collate "C" not null,
    id text collate "C" not null,
    sealed bytea not null,
    changed_at timestamptz not null default now(),
    primary key (tenant, id)
  )`,
  `create table person_key (
    tenant text collate "C" not null,
    person text collate "C" not null,
    key bytea,
    made_at timestamptz not null default now(),
    erased_at timestamptz,
    document text,
    primary key (tenant, person),
    check ((key is null) = (erased_at is not null))
  )`,
];

export const DROP_PERSONS = ['drop table person_key, person'];
