/** $1 tenant, $2 person, $3 key: nothing where the person has one, or had one that was destroyed. */
export const MAKE_KEY = 'insert into person_key (tenant, person, key) values ($1, $2, $3) on conflict do nothing';

/** $1 tenant, $2 person. */
export const READ_KEY = 'select key from person_key where tenant = $1 and person = $2';

/** $1 tenant, $2 person, $3 sealed. */
export const PUT_PERSON = `
insert into person (tenant, id, sealed, changed_at) values ($1, $2, $3, now())
on conflict (tenant, id) do update set sealed = excluded.sealed, changed_at = excluded.changed_at`;

/** $1 tenant, $2 persons. */
export const READ_PERSONS = `
select k.person, k.key, p.sealed from person_key k left join person p on p.tenant = k.tenant and p.id = k.person
where k.tenant = $1 and k.person = any ($2::text[])`;

/** $1 tenant, $2 person, $3 document. Nothing where it was done before. */
export const DESTROY_KEY = `
update person_key set key = null, erased_at = now(), document = $3 where tenant = $1 and person = $2 and key is not null`;

/**
 * Puts what is kept into a new file: until then the bytes of a key are still in the old one. Not by VACUUM, which takes along what an
 * older snapshot could still see, if only that of a statistics run.
 */
export const FORGET_BYTES = `
lock table person_key in access exclusive mode;
create temporary table person_key_kept on commit drop as select * from person_key;
truncate person_key;
insert into person_key select * from person_key_kept`;

/** $1 tenant, $2 stream. */
export const LAST_VERSION = `
select coalesce(max(version), 0) as version from event where tenant = $1 and stream = $2`;
