/** $1 tenant, $2 hash, $3 purpose, $4 account (null: one that is yet to be made), $5 end. */
export const ADD_LINK = `
insert into one_time_link (tenant, hash, purpose, account, expires_at) values ($1, $2, $3, $4, $5)`;

/** A link that could be used. $1 tenant, $2 hash, $3 now. */
export const FIND_LINK = `
select purpose, account from one_time_link where tenant = $1 and hash = $2 and used_at is null and expires_at > $3`;

/** Uses a link up; nothing where it was used, is over or is none. $1 tenant, $2 hash, $3 now. */
export const USE_LINK = `
update one_time_link set used_at = $3
where tenant = $1 and hash = $2 and used_at is null and expires_at > $3 returning purpose, account`;

/** Links of a purpose that were not used yet. $1 tenant, $2 purpose, $3 account (null: those without one). */
export const DROP_LINKS = `
delete from one_time_link where tenant = $1 and purpose = $2 and used_at is null and account is not distinct from $3`;

/** $1 tenant, $2 keys. */
export const READ_FAILURES = `
select key, failures, failed_at as "failedAt" from sign_in_failure where tenant = $1 and key = any ($2::text[])`;

/** Those from before $4 are forgotten. $1 tenant, $2 key, $3 now, $4 memory. */
export const NOTE_FAILURE = `
insert into sign_in_failure (tenant, key, failures, failed_at) values ($1, $2, 1, $3)
on conflict (tenant, key) do update set failed_at = excluded.failed_at,
  failures = case when sign_in_failure.failed_at < $4 then 1 else sign_in_failure.failures + 1 end
returning failures`;

/** $1 tenant, $2 key. */
export const FORGET_FAILURES = 'delete from sign_in_failure where tenant = $1 and key = $2';

/** $1 tenant, $2 those from before. */
export const FORGET_OLD_FAILURES = 'delete from sign_in_failure where tenant = $1 and failed_at < $2';

/** An attempt that was counted, and did not fail. $1 tenant, $2 key. */
export const TAKE_BACK_FAILURE = `
update sign_in_failure set failures = greatest(failures - 1, 0) where tenant = $1 and key = $2`;
