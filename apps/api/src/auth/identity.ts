import type { Clock, Workflow } from '#application';
import type { PersonRegister } from '#contracts';
import type { Role } from '#identity';
import type { AccountBook, EntryBook, OutsideBook } from '#persistence';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import type { Log } from '../log.js';
import { IS_SECURE, SessionController } from '../routes/session.controller.js';
import { OutsideController } from '../routes/outside.controller.js';
import { TokensController } from '../routes/tokens.controller.js';
import { UsersController } from '../routes/users.controller.js';
import { Access, type Door } from './access.js';
import { Accounts } from './accounts.js';
import { OUTSIDE, OutsideSignIn } from './oidc/outside-sign-in.js';
import type { OidcSettings } from './oidc/settings.js';
import { People } from './people.js';
import { RowScopes } from './row-scopes.js';
import type { SecretBox } from './secret-box.js';

/** Where accounts are kept. */
export interface Identity {
  readonly accounts: AccountBook;
  readonly entries: EntryBook;
  readonly persons: PersonRegister;
  readonly box: SecretBox;
  /** Roles that count only with a second factor here; those that do everywhere unless told. */
  readonly guarded?: readonly Role[];
  /** Where people may sign in outside; nowhere unless told. */
  readonly outside?: { readonly settings: OidcSettings; readonly book: OutsideBook } | undefined;
}

/** What coming in is made of. */
export interface EntranceOptions {
  /** Nobody has an account unless told. */
  readonly identity?: Identity | undefined;
  /** Whoever shows nothing is nobody unless told. */
  readonly door?: Door | undefined;
}

/** Who comes in, as the API's parts ask for it. */
export interface Entry {
  readonly people: People;
  readonly access: Access;
  readonly rows: RowScopes;
  /** Undefined where nobody has an account. */
  readonly accounts: Accounts | undefined;
  /** Null where nobody signs in outside. */
  readonly outside: OutsideSignIn | null;
  readonly providers: Provider[];
  readonly controllers: NonNullable<DynamicModule['controllers']>;
}

/** Puts together what lets people in. @param isSecure whether browsers come over TLS */
export function openEntry(
  { identity, door }: EntranceOptions,
  {
    workflow,
    clock,
    isSecure,
    log,
  }: { readonly workflow: Workflow; readonly clock: Clock; readonly isSecure: boolean; readonly log: Log },
): Entry {
  const people = new People(workflow.store, workflow.knowledge);
  const access = new Access({ people, clock, entries: identity?.entries, guarded: identity?.guarded, door, isSecure });
  const accounts = identity && new Accounts({ ...identity, people, clock, log });
  const outside = accounts ? outsideOver(identity, accounts, clock) : null;
  const ofAccounts: Type<unknown>[] = [SessionController, TokensController, UsersController, OutsideController];
  return {
    people,
    access,
    rows: new RowScopes(),
    accounts,
    outside,
    providers: [
      { provide: OUTSIDE, useValue: outside },
      { provide: Access, useValue: access },
      { provide: People, useValue: people },
      { provide: IS_SECURE, useValue: isSecure },
      ...(accounts ? [{ provide: Accounts, useValue: accounts }] : []),
    ],
    controllers: accounts ? ofAccounts : [],
  };
}

function outsideOver({ outside, accounts: book }: Identity, accounts: Accounts, clock: Clock): OutsideSignIn | null {
  return outside ? new OutsideSignIn({ settings: outside.settings, outside: outside.book, book, accounts, clock }) : null;
}
