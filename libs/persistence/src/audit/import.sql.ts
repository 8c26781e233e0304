/** What a tenant has, if anything: it is then no empty place for a log. $1 tenant. */
export const HAS_ANYTHING = `
select exists (select from tenant_head where tenant = $1) or exists (select from event where tenant = $1)
  or exists (select from seal_head where tenant = $1) or exists (select from person_key where tenant = $1) as has`;

/** Events as they were recorded, when they were: the owner alone may say so. */
export const COPY_LOG =
  'copy event (tenant, position, stream, version, type, v, at, actor, recorded_at, data, because) from stdin';

/** Where the log ends, and the last of its facts. $1 tenant, $2 position, $3 streams of facts. */
export const SET_HEAD = `
insert into tenant_head (tenant, position, fact)
select $1, $2, coalesce(max(position), 0) from event where tenant = $1 and stream = any ($3::text[])`;

/** $1 tenant, $2 instant. Every stream that may have something due is looked at anew: what is due is worked out, not brought along. */
export const WAKE_EVERYTHING = `
insert into wake_up (tenant, stream, at)
select $1, stream, $2 from event
where tenant = $1 and version = 1 and (stream like 'unit-plan/%' or stream like 'plan/%' or stream = any ($3::text[]))`;

/** $1 tenant. */
export const LAST_INSTANT = 'select max(at) as at from event where tenant = $1';

/** $1 tenant, $2 persons, $3 what is sealed of each. */
export const TAKE_PERSONS = `
insert into person (tenant, id, sealed)
select $1, x.id, x.sealed from unnest($2::text[], $3::bytea[]) as x (id, sealed) where x.sealed is not null`;

/** $1 tenant, $2 persons, $3 keys, $4 documents. A person without a key is as good as erased, and says by what. */
export const TAKE_KEYS = `
insert into person_key (tenant, person, key, erased_at, document)
select $1, x.person, x.key, case when x.key is null then now() end, x.document
from unnest($2::text[], $3::bytea[], $4::text[]) as x (person, key, document)`;
