import type { Pool } from 'pg';
import {
  ADD_ACCOUNT,
  CLEAR_TOTP,
  FIND_ACCOUNT,
  FIND_ACCOUNT_BY_NAME,
  HAS_ACCOUNTS,
  LIST_ACCOUNTS,
  SET_PASSWORD,
  SET_TOTP,
  USE_TOTP_STEP,
} from './accounts.sql.js';

/** An account as it is kept. */
export interface Account {
  readonly id: string;
  /** What is typed to sign in; unique in its tenant, lower case. */
  readonly name: string;
  /** Argon2id, in PHC form; null until one was chosen. */
  readonly password: string | null;
  /** Sealed; null where there is none. */
  readonly totpSecret: Buffer | null;
  /** True once a code of it was shown. */
  readonly totpConfirmed: boolean;
  /** The last step of which a code was used. */
  readonly totpStep: number;
  readonly createdAt: string;
}

/** Accounts of people. Times are ISO 8601; nothing here reads a clock. */
export class AccountBook {
  constructor(private readonly pool: Pool) {}

  /** @returns false where the name is taken */
  async add(tenant: string, { id, name, password }: Pick<Account, 'id' | 'name' | 'password'>, now: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(ADD_ACCOUNT, [tenant, id, name, password, now]);
    return rowCount === 1;
  }

  async byName(tenant: string, name: string): Promise<Account | undefined> {
    return (await this.pool.query<Account>(FIND_ACCOUNT_BY_NAME, [tenant, name])).rows[0];
  }

  async byId(tenant: string, id: string): Promise<Account | undefined> {
    return (await this.pool.query<Account>(FIND_ACCOUNT, [tenant, id])).rows[0];
  }

  /** By name, after one of them. */
  async list(tenant: string, after: string, limit: number): Promise<readonly Account[]> {
    return (await this.pool.query<Account>(LIST_ACCOUNTS, [tenant, after, limit])).rows;
  }

  /** Whether anybody could sign in. */
  async hasAny(tenant: string): Promise<boolean> {
    return (await this.pool.query<{ has: boolean }>(HAS_ACCOUNTS, [tenant])).rows[0]?.has === true;
  }

  async setPassword(tenant: string, id: string, password: string): Promise<void> {
    await this.pool.query(SET_PASSWORD, [tenant, id, password]);
  }

  /** Keeps a sealed secret that counts once a code of it was shown. */
  async setTotp(tenant: string, id: string, sealed: Buffer): Promise<void> {
    await this.pool.query(SET_TOTP, [tenant, id, sealed]);
  }

  /** Uses up the code of a step. @returns false where it, or a later one, was used before */
  async useTotpStep(tenant: string, id: string, step: number): Promise<boolean> {
    return (await this.pool.query(USE_TOTP_STEP, [tenant, id, step])).rowCount === 1;
  }

  async clearTotp(tenant: string, id: string): Promise<void> {
    await this.pool.query(CLEAR_TOTP, [tenant, id]);
  }
}
