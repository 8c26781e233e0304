import type { Clock } from '#application';
import { AppError } from '#contracts';
import type { Account, AccountBook, OutsideBook } from '#persistence';
import { later } from '../access.js';
import type { Accounts, Begun, From } from '../accounts.js';
import { EntryFault } from '../entry-fault.js';
import { derivedOf, hashOf, newSecret } from '../secrets.js';
import { ownPath } from './own-path.js';
import { Provider, type Vouched, type Words } from './provider.js';
import type { OidcSettings } from './settings.js';
import { UnknownPerson } from './unknown-person.js';

/** Signing in outside, for the routes; null where there is none. */
export const OUTSIDE = Symbol('Outside');

/** For how long somebody may be at the provider. */
const ATTEMPT_S = 600;

export interface OutsideParts {
  readonly settings: OidcSettings;
  readonly outside: OutsideBook;
  readonly book: AccountBook;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

/** A sign-in that has begun: the browser keeps the secret until it is back. */
export interface Leaving {
  readonly address: URL;
  readonly secret: string;
}

/** Somebody who is back: signed in, or asked for the code of their second factor by a link. */
export type Back = { readonly back: string } & ({ readonly begun: Begun } | { readonly codeLink: string });

/** Lets in by what a provider outside says. It says who somebody is, never what they may do. */
export class OutsideSignIn {
  private readonly provider: Provider;

  constructor(private readonly parts: OutsideParts) {
    this.provider = new Provider(parts.settings);
  }

  /** What the button says one signs in with. */
  get name(): string {
    return this.parts.settings.name;
  }

  get issuer(): string {
    return this.parts.settings.issuer;
  }

  /** @param asked the page to go back to @throws EntryFault `oidc.unavailable` */
  async leave(tenant: string, asked: unknown): Promise<Leaving> {
    const { outside, clock } = this.parts;
    const [secret, state] = [newSecret(), newSecret()];
    const address = await this.provider.signInAddress(wordsOf(secret, state)).catch((error: EntryFault) => {
      this.parts.accounts.noteFailure(error, '');
      throw error;
    });
    const now = clock.now();
    const attempt = { hash: hashOf(state), browser: hashOf(secret), back: ownPath(asked) };
    await outside.beginAttempt(tenant, attempt, { now, expiresAt: later(now, ATTEMPT_S) });
    return { address, secret };
  }

  /**
   * @param query of the address that the browser came back to, with its `?`
   * @param secret what the browser kept
   * @throws EntryFault, UnknownPerson
   */
  async comeBack(
    tenant: string,
    { query, secret }: { readonly query: string; readonly secret: string | undefined },
    from: From,
  ): Promise<Back> {
    try {
      const state = new URLSearchParams(query).get('state') ?? '';
      const attempt = await this.parts.outside.takeAttempt(tenant, hashOf(state), this.parts.clock.now());
      if (!attempt || secret === undefined || !attempt.browser.equals(hashOf(secret))) throw new EntryFault('oidc.attempt-over');
      const vouched = await this.provider.vouched(query, wordsOf(secret, state));
      const account = await this.accountOf(tenant, vouched);
      const { isStrong } = vouched;
      return {
        back: attempt.back,
        ...(await this.parts.accounts.enter(tenant, account, { isStrong, issuer: this.issuer, from })),
      };
    } catch (error) {
      if (error instanceof AppError) this.parts.accounts.noteFailure(error, from.address);
      throw error;
    }
  }

  /** Where to sign out there too; null for a session that was not begun there. */
  async signOutAddress(issuer: string | null): Promise<string | null> {
    return issuer === this.issuer ? this.provider.signOutAddress() : null;
  }

  /** Who those accounts are at the provider. */
  subjectsOf(tenant: string, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.parts.outside.subjectsOf(tenant, this.issuer, accounts);
  }

  /** Links an account to somebody at the provider. @throws EntryFault `oidc.taken` */
  async link(tenant: string, { account, subject, by }: { account: string; subject: string; by: string | null }): Promise<void> {
    const now = this.parts.clock.now();
    const linked = await this.parts.outside.link(tenant, { issuer: this.issuer, subject }, { account, now, by });
    if (!linked) throw new EntryFault('oidc.taken');
  }

  /** Takes the link away, and ends every way in that may have come of it. @returns false where there was none */
  async unlink(tenant: string, account: string): Promise<boolean> {
    const was = await this.parts.outside.unlink(tenant, this.issuer, account);
    if (was) await this.parts.accounts.shutOut(tenant, account);
    return was;
  }

  /** By the link; the first time, where the settings say so, by a claim: from then on by the link that this makes. */
  private async accountOf(tenant: string, { subject, name }: Vouched): Promise<Account> {
    const { outside, book } = this.parts;
    const linked = await outside.accountOf(tenant, { issuer: this.issuer, subject });
    if (linked !== undefined) {
      const account = await book.byId(tenant, linked);
      if (account) return account;
    }
    const named = linked === undefined && name !== null ? await book.byName(tenant, name) : undefined;
    if (!named) throw new UnknownPerson(subject);
    await this.link(tenant, { account: named.id, subject, by: null });
    return named;
  }
}

/** The provider is told what is derived of the browser's secret; the database keeps hashes. */
const wordsOf = (secret: string, state: string): Words => ({
  state,
  nonce: derivedOf(secret, 'nonce'),
  verifier: derivedOf(secret, 'verifier'),
});
