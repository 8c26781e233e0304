import type { Clock } from '#application';
import type { AppError, Bilingual, PersonRegister } from '#contracts';
import { localDateOf } from '#engine';
import type { Grant, GrantId, UserId } from '#identity';
import type { Account, AccountBook, EntryBook, KeptSession, KeptToken, LinkPurpose } from '#persistence';
import { earlier, later, SESSION_S } from './access.js';
import type { Log } from '../log.js';
import { EntryFault } from './entry-fault.js';
import { expectGoodPassword } from './guessable.js';
import { Passwords, weaknessOf } from './passwords.js';
import type { People } from './people.js';
import { namesOf, shownNames } from './person-names.js';
import type { SecretBox } from './secret-box.js';
import { csrfOf, hashOf, newId, newSecret } from './secrets.js';
import { type Credentials, SignIn } from './sign-in.js';
import { base32, newTotpSecret, totpAddress } from './totp.js';

/** Where somebody comes from. */
export interface From {
  readonly address: string;
  readonly agent: string;
}

/** How somebody came in. */
interface Way {
  readonly isStrong: boolean;
  /** The provider outside that vouched; null for a password or a link. */
  readonly issuer?: string | null;
  readonly from: From;
}

/** A code, shown with the link that was given for it. */
export interface CodeShown {
  readonly link: string;
  readonly code: string;
  readonly issuer: string | null;
}

/** A session that has begun: its secret is told once, to the browser. */
export interface Begun {
  readonly secret: string;
  readonly csrf: string;
  readonly account: Account;
  readonly isStrong: boolean;
}

export interface AccountsParts {
  readonly accounts: AccountBook;
  readonly entries: EntryBook;
  readonly people: People;
  /** What people are called: kept apart, so that it can be erased. */
  readonly persons: PersonRegister;
  readonly clock: Clock;
  readonly box: SecretBox;
  /** Told of who came in, and who did not; nobody unless told. */
  readonly log?: Log | undefined;
}

/** What a token is made of. */
export interface TokenWish {
  readonly name: string;
  readonly mayWrite: boolean;
  readonly isStrong: boolean;
  readonly days: number;
}

/** Which session is to end, and what is shown for it. */
export interface Ending {
  readonly hash: Buffer;
  readonly password?: string | undefined;
  readonly code?: string | undefined;
  readonly address: string;
}

const CAME_IN: Bilingual = { vi: 'Một phiên đã bắt đầu.', en: 'A session began.' };
const NOT_IN: Bilingual = { vi: 'Một lần đăng nhập không thành.', en: 'An attempt to sign in failed.' };

const DAY_S = 86_400;
/** For so long somebody has just signed in, in seconds. */
const FRESH_S = 600;
/** For how long links count, in seconds. */
const LINK_S: Readonly<Record<LinkPurpose, number>> = { administrator: DAY_S, password: DAY_S, code: 300 };
const AGENT_LENGTH = 200;

/** Accounts of people: signing in, sessions, second factors, tokens, one-time links. */
export class Accounts {
  private readonly passwords = new Passwords();
  private readonly signing: SignIn;

  constructor(private readonly parts: AccountsParts) {
    this.signing = new SignIn({ ...parts, passwords: this.passwords });
  }

  /** @throws EntryFault */
  async signIn(tenant: string, credentials: Credentials, from: From): Promise<Begun> {
    try {
      const { account, isStrong } = await this.signing.check(tenant, credentials, from.address);
      await this.expectNotBlocked(tenant, account);
      return await this.begin(tenant, account, { isStrong, from });
    } catch (error) {
      if (error instanceof EntryFault) this.noteFailure(error, from.address);
      throw error;
    }
  }

  /**
   * Lets in whoever a provider outside vouches for. An account with a second factor is asked for its code, unless one was shown there.
   * @returns the session, or a link that a code makes a session of
   * @throws EntryFault `sign-in.blocked`
   */
  async enter(
    tenant: string,
    account: Account,
    { isStrong, issuer = null, from }: Way,
  ): Promise<{ readonly begun: Begun } | { readonly codeLink: string }> {
    await this.expectNotBlocked(tenant, account);
    if (account.totpConfirmed && !isStrong) return { codeLink: await this.newLink(tenant, 'code', account.id) };
    return { begun: await this.begin(tenant, account, { isStrong, issuer, from }) };
  }

  /** Makes a session of a link and the code of a second factor. @throws EntryFault */
  async showCode(tenant: string, { link, code, issuer }: CodeShown, from: From): Promise<Begun> {
    const { entries, clock, accounts } = this.parts;
    try {
      const shown = await entries.link(tenant, hashOf(link), clock.now());
      const account = shown?.purpose === 'code' && shown.account ? await accounts.byId(tenant, shown.account) : undefined;
      if (!account) throw new EntryFault('link.invalid');
      await this.expectNotBlocked(tenant, account);
      await this.signing.expectCode(tenant, { account, code }, from.address);
      if (!(await entries.useLink(tenant, hashOf(link), clock.now()))) throw new EntryFault('link.invalid');
      return await this.begin(tenant, account, { isStrong: true, issuer, from });
    } catch (error) {
      if (error instanceof EntryFault) this.noteFailure(error, from.address);
      throw error;
    }
  }

  private async expectNotBlocked(tenant: string, { id }: Account): Promise<void> {
    if ((await this.parts.people.person(tenant, id as UserId)).isBlocked) throw new EntryFault('sign-in.blocked');
  }

  /** Writes down that somebody did not come in, and why. */
  noteFailure({ code, cause }: AppError, address: string): void {
    const detail = (cause as { readonly message?: unknown } | undefined)?.message;
    this.note(NOT_IN, { reason: code, address, ...(typeof detail === 'string' && { detail }) });
  }

  /** Names are not written down: what was typed there may be a password. */
  private note(message: Bilingual, facts: Readonly<Record<string, string>>): void {
    this.parts.log?.({ level: 'info', message, facts });
  }

  /** A new session under a new secret: whatever the browser held before does not count for it. */
  private async begin(tenant: string, account: Account, { isStrong, issuer = null, from }: Way): Promise<Begun> {
    const { entries, clock } = this.parts;
    const secret = newSecret();
    const now = clock.now();
    await entries.beginSession(tenant, {
      hash: hashOf(secret),
      account: account.id,
      isStrong,
      createdAt: now,
      expiresAt: later(now, SESSION_S.whole),
      address: from.address,
      agent: from.agent.slice(0, AGENT_LENGTH),
      issuer,
    });
    this.note(CAME_IN, { user: account.id, factors: isStrong ? '2' : '1', address: from.address });
    return { secret, csrf: csrfOf(secret), account, isStrong };
  }

  /** What users are called, for people to read. */
  async shownNames(tenant: string, users: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return shownNames(this.parts.persons, tenant, users);
  }

  /** What people are called who did something, in one look: null where their particulars were erased; absent where they are not known. */
  namesOf = (tenant: string, people: readonly string[]) => namesOf(this.parts.persons, tenant, people);
  /** An account by its name. */
  named = (tenant: string, name: string) => this.parts.accounts.byName(tenant, name);

  async account(tenant: string, user: string): Promise<Account | undefined> {
    return this.parts.accounts.byId(tenant, user);
  }

  async list(tenant: string, after: string, limit: number): Promise<readonly Account[]> {
    return this.parts.accounts.list(tenant, after, limit);
  }

  async endSession(tenant: string, account: string, hash: Buffer): Promise<boolean> {
    return this.parts.entries.endSession(tenant, account, hash);
  }

  /**
   * Ends a session of somebody who is signed in: at once where they have just signed in, else for the password or a code.
   * @returns false where there is no such session
   * @throws EntryFault `session.prove-again`, `sign-in.failed`
   */
  async endProven(tenant: string, session: KeptSession, { hash, password, code, address }: Ending): Promise<boolean> {
    if (Date.parse(session.createdAt) < Date.parse(earlier(this.parts.clock.now(), FRESH_S))) {
      if (password === undefined && code === undefined) throw new EntryFault('session.prove-again');
      await this.signing.expectAgain(tenant, { account: await this.own(tenant, session), password, code }, address);
    }
    return this.endSession(tenant, session.account, hash);
  }

  async sessions(tenant: string, account: string): Promise<readonly KeptSession[]> {
    const now = this.parts.clock.now();
    return this.parts.entries.sessions(tenant, account, { now, seenSince: earlier(now, SESSION_S.idle) });
  }

  /** Ends every way in of an account. */
  async shutOut(tenant: string, account: string): Promise<void> {
    await this.parts.entries.endSessions(tenant, account, null);
    await this.parts.entries.revokeTokens(tenant, account, this.parts.clock.now());
  }

  /**
   * An account without a password, for which a link is given.
   * @throws EntryFault `account.name-taken`
   */
  async add(
    tenant: string,
    { name, shownName }: { readonly name: string; readonly shownName: string },
    by: UserId | null,
  ): Promise<string> {
    const { accounts, people, clock } = this.parts;
    const id = `u-${newId()}` as UserId;
    const now = clock.now();
    if (!(await accounts.add(tenant, { id, name, password: null }, now))) throw new EntryFault('account.name-taken');
    await this.parts.persons.put(tenant, id, { name: shownName });
    const admitted = { type: 'UserAdmitted', data: { user: id, by } } as const;
    await people.change(tenant, id, { decide: () => ({ ok: true, events: [admitted] }), at: now });
    return id;
  }

  /** A link by which an account gets a (new) password, once. Its other ways in go on until then. */
  async linkFor(tenant: string, account: string): Promise<string> {
    return this.newLink(tenant, 'password', account);
  }

  /** Whether anybody can sign in. */
  async hasAny(tenant: string): Promise<boolean> {
    return this.parts.accounts.hasAny(tenant);
  }

  /** The link by which the first administrator is made; undefined where somebody can sign in. */
  async firstLink(tenant: string): Promise<string | undefined> {
    return (await this.parts.accounts.hasAny(tenant)) ? undefined : this.newLink(tenant, 'administrator', null);
  }

  private async newLink(tenant: string, purpose: LinkPurpose, account: string | null): Promise<string> {
    const secret = newSecret();
    const expiresAt = later(this.parts.clock.now(), LINK_S[purpose]);
    await this.parts.entries.addLink(tenant, hashOf(secret), { purpose, account, expiresAt });
    return secret;
  }

  /**
   * Uses a one-time link: makes the first administrator, or sets an account's password and ends its other ways in.
   * @throws EntryFault
   */
  async redeem(
    tenant: string,
    { link, password, name = '', shownName = name }: { link: string; password: string; name?: string; shownName?: string },
    from: From,
  ): Promise<Begun> {
    const { entries, clock, accounts } = this.parts;
    if (weaknessOf(password, name === '' ? 'thac' : name)) throw new EntryFault('account.password-weak');
    await this.expectUsable(tenant, { link, password, name });
    const used = await entries.useLink(tenant, hashOf(link), clock.now());
    if (!used) throw new EntryFault('link.invalid');
    const id = used.account ?? (await this.addAdministrator(tenant, { name, shownName }));
    await accounts.setPassword(tenant, id, await this.passwords.hash(password));
    await this.shutOut(tenant, id);
    const account = await accounts.byId(tenant, id);
    if (!account) throw new EntryFault('link.invalid');
    if (account.totpConfirmed) throw new EntryFault('sign-in.code-needed'); // a link is no second factor: sign in with both
    return this.begin(tenant, account, { isStrong: false, from });
  }

  /** Looks before the link is used up: weighing a password takes the machine's time, so only for whoever has a link. */
  private async expectUsable(tenant: string, { link, password, name }: { link: string; password: string; name: string }) {
    const { entries, accounts, clock } = this.parts;
    const shown = await entries.link(tenant, hashOf(link), clock.now());
    if (!shown || shown.purpose === 'code') throw new EntryFault('link.invalid');
    if (shown.account !== null) return expectGoodPassword(password, (await accounts.byId(tenant, shown.account))?.name ?? 'thac');
    if (name === '' || (await accounts.hasAny(tenant))) throw new EntryFault('link.invalid');
    await expectGoodPassword(password, name);
  }

  /** An account with a first role; with a password, it can be signed in to at once: for demonstrations. */
  async addReady(
    tenant: string,
    { name, shownName, password, grant }: { name: string; shownName: string; password?: string; grant: Grant },
  ): Promise<string> {
    const id = (await this.add(tenant, { name, shownName }, null)) as UserId;
    if (password !== undefined) await this.parts.accounts.setPassword(tenant, id, await this.passwords.hash(password));
    await this.grantFirst(tenant, id, grant);
    return id;
  }

  private async grantFirst(tenant: string, user: UserId, grant: Grant): Promise<void> {
    const event = { type: 'RoleGranted', data: { user, grant, by: null } } as const;
    await this.parts.people.change(tenant, user, { decide: () => ({ ok: true, events: [event] }), at: this.parts.clock.now() });
  }

  private async addAdministrator(tenant: string, names: { readonly name: string; readonly shownName: string }): Promise<string> {
    const id = (await this.add(tenant, names, null)) as UserId;
    const from = localDateOf(this.parts.clock.now());
    const grant = {
      id: newId() as GrantId,
      role: 'system-administrator',
      unit: null,
      reach: 'subtree',
      from,
      until: null,
    } as const;
    await this.grantFirst(tenant, id, grant);
    return id;
  }

  /** @throws EntryFault where the old password is not right, or the new one is weak */
  async changePassword(
    tenant: string,
    session: KeptSession,
    { old, password }: { old: string; password: string },
  ): Promise<void> {
    const account = await this.own(tenant, session);
    if (!(await this.signing.isRight(old, account.password))) throw new EntryFault('sign-in.failed');
    await expectGoodPassword(password, account.name);
    await this.parts.accounts.setPassword(tenant, account.id, await this.passwords.hash(password));
    await this.parts.entries.endSessions(tenant, account.id, session.hash);
    await this.parts.entries.revokeTokens(tenant, account.id, this.parts.clock.now());
  }

  /** A new secret for the account's authenticator; counts once a code was shown. One that counts is replaced by a strong session only. */
  async startSecondFactor(
    tenant: string,
    session: KeptSession,
    password: string,
  ): Promise<{ readonly secret: string; readonly address: string }> {
    const account = await this.own(tenant, session);
    if (!(await this.signing.isRight(password, account.password))) throw new EntryFault('sign-in.failed');
    if (account.totpConfirmed && !session.isStrong) throw new EntryFault('sign-in.code-needed');
    const secret = newTotpSecret();
    await this.parts.accounts.setTotp(tenant, account.id, this.parts.box.seal(secret, `${tenant}/${account.id}`));
    return { secret: base32(secret), address: totpAddress(secret, account.name) };
  }

  /** Takes the first code: the session goes on as a strong one, under a new secret. @throws EntryFault `second-factor.wrong` */
  async confirmSecondFactor(tenant: string, session: KeptSession, { code, from }: { code: string; from: From }): Promise<Begun> {
    const account = await this.own(tenant, session);
    if (!(await this.signing.useCode(tenant, account, code))) throw new EntryFault('second-factor.wrong');
    await this.parts.entries.endSession(tenant, account.id, session.hash);
    return this.begin(tenant, account, { isStrong: true, issuer: session.issuer, from });
  }

  /** Takes an account's authenticator away, for whoever has lost theirs. */
  async clearSecondFactor(tenant: string, account: string): Promise<void> {
    await this.parts.accounts.clearTotp(tenant, account);
    await this.shutOut(tenant, account);
  }

  /** A token for a program, as strong as what it was made in; its secret is told once. */
  async addToken(
    tenant: string,
    account: string,
    { name, mayWrite, isStrong, days }: TokenWish,
  ): Promise<{ id: string; secret: string }> {
    const secret = `thac_${newSecret()}`;
    const now = this.parts.clock.now();
    const token = { id: newId(), account, name, mayWrite, isStrong, createdAt: now, expiresAt: later(now, days * DAY_S) };
    await this.parts.entries.addToken(tenant, hashOf(secret), token);
    return { id: token.id, secret };
  }

  async tokens(tenant: string, account: string): Promise<readonly KeptToken[]> {
    return this.parts.entries.tokens(tenant, account);
  }

  async revokeToken(tenant: string, account: string, id: string): Promise<boolean> {
    return this.parts.entries.revokeToken(tenant, { account, id }, this.parts.clock.now());
  }

  private async own(tenant: string, { account: id }: KeptSession): Promise<Account> {
    const account = await this.parts.accounts.byId(tenant, id);
    if (!account) throw new EntryFault('access.not-signed-in');
    return account;
  }
}
