/** $1 tenant, $2 hash, $3 account, $4 strong, $5 now, $6 end, $7 address, $8 program, $9 provider (null: none). */
export const BEGIN_SESSION = `
insert into session (tenant, hash, account, is_strong, created_at, seen_at, expires_at, address, agent, issuer)
values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`;

const SESSION = `hash, account, is_strong as "isStrong", created_at as "createdAt", seen_at as "seenAt",
  expires_at as "expiresAt", address, agent, issuer`;

/** $1 tenant, $2 hash, $3 now, $4 seen last at this time at the earliest. */
export const FIND_SESSION = `
select ${SESSION} from session where tenant = $1 and hash = $2 and expires_at > $3 and seen_at > $4`;

/** $1 tenant, $2 hash, $3 now. */
export const TOUCH_SESSION = 'update session set seen_at = $3 where tenant = $1 and hash = $2';

/** $1 tenant, $2 account, $3 now, $4 seen last at this time at the earliest. */
export const LIST_SESSIONS = `
select ${SESSION} from session where tenant = $1 and account = $2 and expires_at > $3 and seen_at > $4 order by created_at, hash`;

/** $1 tenant, $2 account, $3 hash. */
export const END_SESSION = 'delete from session where tenant = $1 and account = $2 and hash = $3 returning hash';

/** $1 tenant, $2 account, $3 the hash that stays (null: none). */
export const END_SESSIONS = `
delete from session where tenant = $1 and account = $2 and ($3::bytea is null or hash <> $3)`;

/** $1 tenant, $2 now. */
export const FORGET_SESSIONS = 'delete from session where tenant = $1 and expires_at <= $2';

const TOKEN = `id, account, name, may_write as "mayWrite", is_strong as "isStrong", created_at as "createdAt",
  expires_at as "expiresAt", revoked_at as "revokedAt"`;

/** $1 tenant, $2 id, $3 hash, $4 account, $5 name, $6 may write, $7 strong, $8 now, $9 end. */
export const ADD_TOKEN = `
insert into api_token (tenant, id, hash, account, name, may_write, is_strong, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** $1 tenant, $2 hash, $3 now. */
export const FIND_TOKEN = `
select ${TOKEN} from api_token where tenant = $1 and hash = $2 and expires_at > $3 and revoked_at is null`;

/** $1 tenant, $2 account. */
export const LIST_TOKENS = `select ${TOKEN} from api_token where tenant = $1 and account = $2 order by created_at, id`;

/** $1 tenant, $2 account, $3 id, $4 now. */
export const REVOKE_TOKEN = `
update api_token set revoked_at = coalesce(revoked_at, $4::timestamptz) where tenant = $1 and account = $2 and id = $3 returning id`;

/** $1 tenant, $2 account, $3 now. */
export const REVOKE_TOKENS = `
update api_token set revoked_at = $3 where tenant = $1 and account = $2 and revoked_at is null`;
