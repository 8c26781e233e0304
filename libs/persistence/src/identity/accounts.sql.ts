const ACCOUNT = `id, name, password, totp_secret as "totpSecret", totp_confirmed as "totpConfirmed",
  totp_step as "totpStep", created_at as "createdAt"`;

/** $1 tenant, $2 id, $3 name, $4 password hash (null: none yet), $5 now. Nothing where the name is taken. */
export const ADD_ACCOUNT = `
insert into account (tenant, id, name, password, created_at)
values ($1, $2, $3, $4, $5) on conflict (tenant, name) do nothing returning id`;

/** $1 tenant, $2 name. */
export const FIND_ACCOUNT_BY_NAME = `select ${ACCOUNT} from account where tenant = $1 and name = $2`;

/** $1 tenant, $2 id. */
export const FIND_ACCOUNT = `select ${ACCOUNT} from account where tenant = $1 and id = $2`;

/** By name, after one of them. $1 tenant, $2 after name, $3 limit. */
export const LIST_ACCOUNTS = `select ${ACCOUNT} from account where tenant = $1 and name > $2 order by name limit $3`;

/** $1 tenant. */
export const HAS_ACCOUNTS = 'select exists (select from account where tenant = $1 and password is not null) as has';

/** $1 tenant, $2 id, $3 password hash. */
export const SET_PASSWORD = 'update account set password = $3 where tenant = $1 and id = $2';

/** A secret that counts once a code of it was shown. $1 tenant, $2 id, $3 sealed secret. */
export const SET_TOTP = `
update account set totp_secret = $3, totp_confirmed = false, totp_step = 0 where tenant = $1 and id = $2`;

/** Uses up the code of a step: each counts once. $1 tenant, $2 id, $3 step. */
export const USE_TOTP_STEP = `
update account set totp_step = $3, totp_confirmed = true where tenant = $1 and id = $2 and totp_step < $3 returning id`;

/** $1 tenant, $2 id. */
export const CLEAR_TOTP = `
update account set totp_secret = null, totp_confirmed = false, totp_step = 0 where tenant = $1 and id = $2`;
