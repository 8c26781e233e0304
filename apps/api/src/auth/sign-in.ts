import type { Clock } from '#application';
import type { Account, AccountBook, EntryBook } from '#persistence';
import { EntryFault } from './entry-fault.js';
import { Passwords, TooManyPasswords } from './passwords.js';
import type { SecretBox } from './secret-box.js';
import { shownStep } from './totp.js';

/** What is typed to sign in. */
export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly code?: string | undefined;
}

/** What somebody shows who is signed in already. */
export interface Again {
  readonly account: Account;
  readonly password?: string | undefined;
  readonly code?: string | undefined;
}

/** Attempts that may fail before one has to wait, by what they have in common. */
const FREE = { name: 5, address: 30 } as const;
const FIRST_WAIT_S = 15;
const LONGEST_WAIT_S = 900;
const MEMORY_S = 86_400;

export interface SignInParts {
  readonly accounts: AccountBook;
  readonly entries: EntryBook;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly box: SecretBox;
}

/** Checks who somebody is, with a wait that doubles after each failure beyond a few. */
export class SignIn {
  constructor(private readonly parts: SignInParts) {}

  /**
   * @param address of whoever asks
   * @returns the account, and whether a second factor was shown
   * @throws EntryFault `sign-in.failed`, `sign-in.code-needed`, `sign-in.too-many`
   */
  async check(
    tenant: string,
    { name, password, code }: Credentials,
    address: string,
  ): Promise<{ readonly account: Account; readonly isStrong: boolean }> {
    const { accounts, entries } = this.parts;
    const keys = { name: `name:${name}`, address: `address:${address}` };
    await this.expectPatience(tenant, keys);
    const account = await accounts.byName(tenant, name);
    if (!(await this.isRight(password, account?.password ?? null)) || !account) throw new EntryFault('sign-in.failed');
    const isStrong = account.totpConfirmed && (await this.hasShown(tenant, account, code));
    await entries.forgetFailures(tenant, keys.name, this.remembered());
    await entries.takeBackFailure(tenant, keys.address); // not forgotten: one account of one's own would make guesses at others free
    return { account, isStrong };
  }

  /** Takes a code of whoever was vouched for, with the same patience. @throws EntryFault `sign-in.failed`, `sign-in.too-many` */
  async expectCode(tenant: string, { account, code }: { account: Account; code: string }, address: string): Promise<void> {
    const keys = { name: `name:${account.name}`, address: `address:${address}` };
    await this.expectPatience(tenant, keys);
    await this.hasShown(tenant, account, code);
    await this.parts.entries.forgetFailures(tenant, keys.name, this.remembered());
    await this.parts.entries.takeBackFailure(tenant, keys.address);
  }

  /** Takes the password or a code of somebody who is signed in, with the same patience. @throws EntryFault */
  async expectAgain(tenant: string, { account, password, code }: Again, address: string): Promise<void> {
    const keys = { name: `name:${account.name}`, address: `address:${address}` };
    await this.expectPatience(tenant, keys);
    const isRight = password !== undefined && (await this.isRight(password, account.password));
    if (!isRight && !(code !== undefined && account.totpConfirmed && (await this.useCode(tenant, account, code))))
      throw new EntryFault('sign-in.failed');
    await this.parts.entries.forgetFailures(tenant, keys.name, this.remembered());
    await this.parts.entries.takeBackFailure(tenant, keys.address);
  }

  /** Whether it is the password of an account, for changes that ask for it again. */
  async isRight(password: string, hash: string | null): Promise<boolean> {
    try {
      return await this.parts.passwords.isRight(password, hash);
    } catch (error) {
      throw error instanceof TooManyPasswords ? new EntryFault('request.too-many', 1) : error;
    }
  }

  /** @throws EntryFault where no code was sent, or one that does not count */
  private async hasShown(tenant: string, account: Account, code: string | undefined): Promise<true> {
    if (code === undefined) throw new EntryFault('sign-in.code-needed');
    if (!(await this.useCode(tenant, account, code))) throw new EntryFault('sign-in.failed');
    return true;
  }

  /** Takes a code of an account's authenticator: each code once. */
  async useCode(tenant: string, account: Account, code: string): Promise<boolean> {
    const { accounts, box, clock } = this.parts;
    if (account.totpSecret === null) return false;
    const step = shownStep(box.open(account.totpSecret, `${tenant}/${account.id}`), code, Date.parse(clock.now()));
    return step !== undefined && accounts.useTotpStep(tenant, account.id, step);
  }

  /** What failed before is forgotten. */
  private remembered(): string {
    return new Date(Date.parse(this.parts.clock.now()) - MEMORY_S * 1_000).toISOString();
  }

  /** Counts the attempt before it is looked at: those that come at once do not slip through together. */
  private async expectPatience(tenant: string, keys: { readonly name: string; readonly address: string }): Promise<void> {
    const { entries, clock } = this.parts;
    const now = clock.now();
    const before = await entries.failures(tenant, Object.values(keys));
    const remembered = this.remembered();
    for (const kind of ['name', 'address'] as const) {
      const known = before.find(({ key }) => key === keys[kind]);
      const past = known && known.failedAt >= remembered ? known.failures : 0;
      const left = known ? waitAfter(past, FREE[kind]) - secondsBetween(known.failedAt, now) : 0;
      if (left > 0) throw new EntryFault('sign-in.too-many', Math.ceil(left));
      const counted = await entries.noteFailure(tenant, keys[kind], { now, remembered });
      if (counted > FREE[kind] && counted > past + 1) throw new EntryFault('sign-in.too-many', FIRST_WAIT_S);
    }
  }
}

const secondsBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 1_000;

/** Nothing for the first few; then twice as long each time. */
const waitAfter = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(failures - free, 16));
