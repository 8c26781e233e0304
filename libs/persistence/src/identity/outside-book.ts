import type { Pool } from 'pg';
import {
  BEGIN_ATTEMPT,
  FIND_OUTSIDE,
  FORGET_ATTEMPTS,
  LINK_OUTSIDE,
  SUBJECTS_OUTSIDE,
  TAKE_ATTEMPT,
  UNLINK_OUTSIDE,
} from './outside.sql.js';

/** Somebody as a provider outside knows them. */
export interface OutsideIdentity {
  /** The provider. */
  readonly issuer: string;
  /** Who it is there: never given to anybody else. */
  readonly subject: string;
}

/** A sign-in under way. */
export interface OutsideAttempt {
  /** Hash of what the browser that began it holds. */
  readonly browser: Buffer;
  /** Path of the page that was asked for. */
  readonly back: string;
}

/** Who people are at a provider outside. Times are ISO 8601; nothing here reads a clock. */
export class OutsideBook {
  constructor(private readonly pool: Pool) {}

  /** @returns the account of somebody; undefined where there is none */
  async accountOf(tenant: string, { issuer, subject }: OutsideIdentity): Promise<string | undefined> {
    return (await this.pool.query<{ account: string }>(FIND_OUTSIDE, [tenant, issuer, subject])).rows[0]?.account;
  }

  /** @returns the subjects of those accounts that have one */
  async subjectsOf(tenant: string, issuer: string, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.pool.query<{ account: string; subject: string }>(SUBJECTS_OUTSIDE, [tenant, issuer, accounts]);
    return new Map(rows.map(({ account, subject }) => [account, subject]));
  }

  /**
   * @param by the administrator; null where a claim of the provider decided
   * @returns false where the subject, or the account, is linked already
   */
  async link(
    tenant: string,
    { issuer, subject }: OutsideIdentity,
    { account, now, by }: { readonly account: string; readonly now: string; readonly by: string | null },
  ): Promise<boolean> {
    return (await this.pool.query(LINK_OUTSIDE, [tenant, issuer, subject, account, now, by])).rowCount === 1;
  }

  /** @returns false where there was no link */
  async unlink(tenant: string, issuer: string, account: string): Promise<boolean> {
    return (await this.pool.query(UNLINK_OUTSIDE, [tenant, issuer, account])).rowCount === 1;
  }

  /** Keeps an attempt, and forgets those that are over. @param hash of what the provider will hand back */
  async beginAttempt(
    tenant: string,
    { hash, browser, back }: OutsideAttempt & { readonly hash: Buffer },
    { now, expiresAt }: { readonly now: string; readonly expiresAt: string },
  ): Promise<void> {
    await this.pool.query(FORGET_ATTEMPTS, [tenant, now]);
    await this.pool.query(BEGIN_ATTEMPT, [tenant, hash, browser, back, expiresAt]);
  }

  /** Takes an attempt, once. @returns undefined where it was taken, is over or is none */
  async takeAttempt(tenant: string, hash: Buffer, now: string): Promise<OutsideAttempt | undefined> {
    return (await this.pool.query<OutsideAttempt>(TAKE_ATTEMPT, [tenant, hash, now])).rows[0];
  }
}
