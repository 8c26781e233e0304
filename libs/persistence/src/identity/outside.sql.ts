/** $1 tenant, $2 issuer, $3 subject. */
export const FIND_OUTSIDE = `
select account from outside_identity where tenant = $1 and issuer = $2 and subject = $3`;

/** $1 tenant, $2 issuer, $3 accounts. */
export const SUBJECTS_OUTSIDE = `
select account, subject from outside_identity where tenant = $1 and issuer = $2 and account = any ($3::text[])`;

/** Nothing where the subject, or the account, is linked already. $1 tenant, $2 issuer, $3 subject, $4 account, $5 now, $6 by. */
export const LINK_OUTSIDE = `
insert into outside_identity (tenant, issuer, subject, account, linked_at, linked_by)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning account`;

/** $1 tenant, $2 issuer, $3 account. */
export const UNLINK_OUTSIDE = `
delete from outside_identity where tenant = $1 and issuer = $2 and account = $3 returning subject`;

/** $1 tenant, $2 hash, $3 hash of what the browser holds, $4 page to go back to, $5 end. */
export const BEGIN_ATTEMPT = `
insert into outside_attempt (tenant, hash, browser, back, expires_at) values ($1, $2, $3, $4, $5)`;

/** Takes an attempt: each once. $1 tenant, $2 hash, $3 now. */
export const TAKE_ATTEMPT = `
delete from outside_attempt where tenant = $1 and hash = $2 and expires_at > $3 returning browser, back`;

/** $1 tenant, $2 now. */
export const FORGET_ATTEMPTS = 'delete from outside_attempt where tenant = $1 and expires_at <= $2';
