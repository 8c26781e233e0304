import type { Pool } from 'pg';
import {
  ADD_TOKEN,
  BEGIN_SESSION,
  END_SESSION,
  END_SESSIONS,
  FIND_SESSION,
  FIND_TOKEN,
  FORGET_SESSIONS,
  LIST_SESSIONS,
  LIST_TOKENS,
  REVOKE_TOKEN,
  REVOKE_TOKENS,
  TOUCH_SESSION,
} from './sessions.sql.js';
import {
  ADD_LINK,
  DROP_LINKS,
  FIND_LINK,
  FORGET_FAILURES,
  FORGET_OLD_FAILURES,
  NOTE_FAILURE,
  READ_FAILURES,
  TAKE_BACK_FAILURE,
  USE_LINK,
} from './sign-in.sql.js';

/** A session as it is kept: by the hash of what the browser holds. */
export interface KeptSession {
  readonly hash: Buffer;
  readonly account: string;
  /** A second factor was shown. */
  readonly isStrong: boolean;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly expiresAt: string;
  /** Where it was begun from, and by which program. */
  readonly address: string;
  readonly agent: string;
  /** The provider outside at which it was begun; null for a password or a link. */
  readonly issuer: string | null;
}

/** A token of a program, by the hash of what the program holds. */
export interface KeptToken {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly mayWrite: boolean;
  readonly isStrong: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}

/** Failed attempts under a key: a name, or an address. */
export interface Failures {
  readonly key: string;
  readonly failures: number;
  readonly failedAt: string;
}

/** What a one-time link is for. */
export type LinkPurpose = 'administrator' | 'password' | 'code';

/** A one-time link; the account is null where it is yet to be made. */
export interface KeptLink {
  readonly purpose: LinkPurpose;
  readonly account: string | null;
}

/** What lets people and programs in. Times are ISO 8601; nothing here reads a clock. */
export class EntryBook {
  constructor(private readonly pool: Pool) {}

  async beginSession(tenant: string, session: Omit<KeptSession, 'seenAt'>): Promise<void> {
    const { hash, account, isStrong, createdAt, expiresAt, address, agent, issuer } = session;
    await this.pool.query(BEGIN_SESSION, [tenant, hash, account, isStrong, createdAt, expiresAt, address, agent, issuer]);
    await this.pool.query(FORGET_SESSIONS, [tenant, createdAt]);
  }

  /** @param seenSince a session that was not used since is over */
  async session(
    tenant: string,
    hash: Buffer,
    { now, seenSince }: { now: string; seenSince: string },
  ): Promise<KeptSession | undefined> {
    return (await this.pool.query<KeptSession>(FIND_SESSION, [tenant, hash, now, seenSince])).rows[0];
  }

  async touchSession(tenant: string, hash: Buffer, now: string): Promise<void> {
    await this.pool.query(TOUCH_SESSION, [tenant, hash, now]);
  }

  async sessions(
    tenant: string,
    account: string,
    { now, seenSince }: { now: string; seenSince: string },
  ): Promise<readonly KeptSession[]> {
    return (await this.pool.query<KeptSession>(LIST_SESSIONS, [tenant, account, now, seenSince])).rows;
  }

  /** @returns false where there is no such session */
  async endSession(tenant: string, account: string, hash: Buffer): Promise<boolean> {
    return (await this.pool.query(END_SESSION, [tenant, account, hash])).rowCount === 1;
  }

  /** Ends all sessions of an account but one. */
  async endSessions(tenant: string, account: string, but: Buffer | null): Promise<void> {
    await this.pool.query(END_SESSIONS, [tenant, account, but]);
  }

  async addToken(tenant: string, hash: Buffer, token: Omit<KeptToken, 'revokedAt'>): Promise<void> {
    const { id, account, name, mayWrite, isStrong, createdAt, expiresAt } = token;
    await this.pool.query(ADD_TOKEN, [tenant, id, hash, account, name, mayWrite, isStrong, createdAt, expiresAt]);
  }

  /** A token that counts. */
  async token(tenant: string, hash: Buffer, now: string): Promise<KeptToken | undefined> {
    return (await this.pool.query<KeptToken>(FIND_TOKEN, [tenant, hash, now])).rows[0];
  }

  async tokens(tenant: string, account: string): Promise<readonly KeptToken[]> {
    return (await this.pool.query<KeptToken>(LIST_TOKENS, [tenant, account])).rows;
  }

  /** @returns false where the account has no such token */
  async revokeToken(tenant: string, { account, id }: { account: string; id: string }, now: string): Promise<boolean> {
    return (await this.pool.query(REVOKE_TOKEN, [tenant, account, id, now])).rowCount === 1;
  }

  async revokeTokens(tenant: string, account: string, now: string): Promise<void> {
    await this.pool.query(REVOKE_TOKENS, [tenant, account, now]);
  }

  /** Keeps a link; those of the same purpose and account that were not used no longer count. */
  async addLink(
    tenant: string,
    hash: Buffer,
    { purpose, account, expiresAt }: { purpose: LinkPurpose; account: string | null; expiresAt: string },
  ): Promise<void> {
    await this.pool.query(DROP_LINKS, [tenant, purpose, account]);
    await this.pool.query(ADD_LINK, [tenant, hash, purpose, account, expiresAt]);
  }

  /** A link that could be used. @returns undefined where it was used, is over or is none */
  async link(tenant: string, hash: Buffer, now: string): Promise<KeptLink | undefined> {
    return (await this.pool.query<KeptLink>(FIND_LINK, [tenant, hash, now])).rows[0];
  }

  /** Uses a link up. @returns undefined where it was used, is over or is none */
  async useLink(tenant: string, hash: Buffer, now: string): Promise<KeptLink | undefined> {
    return (await this.pool.query<KeptLink>(USE_LINK, [tenant, hash, now])).rows[0];
  }

  async failures(tenant: string, keys: readonly string[]): Promise<readonly Failures[]> {
    return (await this.pool.query<Failures>(READ_FAILURES, [tenant, keys])).rows;
  }

  /** @param remembered failures from before it are forgotten
   * @returns how many there are now */
  async noteFailure(tenant: string, key: string, { now, remembered }: { now: string; remembered: string }): Promise<number> {
    const { rows } = await this.pool.query<{ failures: number }>(NOTE_FAILURE, [tenant, key, now, remembered]);
    return rows[0]?.failures ?? 1;
  }

  /** Takes back one that did not fail. */
  async takeBackFailure(tenant: string, key: string): Promise<void> {
    await this.pool.query(TAKE_BACK_FAILURE, [tenant, key]);
  }

  /** Forgets the failures of a key, and everybody's from long ago. */
  async forgetFailures(tenant: string, key: string, before: string): Promise<void> {
    await this.pool.query(FORGET_FAILURES, [tenant, key]);
    await this.pool.query(FORGET_OLD_FAILURES, [tenant, before]);
  }
}
