import type { Bilingual } from '#contracts';
import type { Workflow } from '#application';
import { AccountBook, type Database, EntryBook, OutsideBook, PostgresPersonRegister } from '#persistence';
import { Accounts } from './accounts.js';
import type { Identity } from './identity.js';
import { readOidcSettings } from './oidc/settings.js';
import { People } from './people.js';
import { readGuardedRoles } from './second-factor.js';
import { openSecretBox } from './secret-box.js';

/** Where an installation keeps its accounts. */
export interface IdentityPlace {
  readonly pool: Database['pool'];
  readonly environment: NodeJS.ProcessEnv;
  /** File for the key that seals second factors where the environment sets none; made where it is not there. */
  readonly keyFile?: string | undefined;
}

/** Opens the accounts of an installation. @throws EntryFault `identity.key`, SettingFault */
export async function openIdentity({ pool, environment, keyFile }: IdentityPlace): Promise<Identity> {
  const { THAC_IDENTITY_KEY: key, THAC_IDENTITY_KEY_FILE: file } = environment;
  const box = await openSecretBox({ key, file: file || keyFile, makes: !file && keyFile !== undefined });
  const settings = await readOidcSettings(environment);
  return {
    accounts: new AccountBook(pool),
    entries: new EntryBook(pool),
    persons: new PostgresPersonRegister(pool),
    box,
    guarded: readGuardedRoles(environment),
    outside: settings && { settings, book: new OutsideBook(pool) },
  };
}

/** The accounts as a start deals with them, before anybody comes in. */
export const accountsOver = (
  identity: Identity,
  { store, knowledge }: Workflow,
  clock: ConstructorParameters<typeof Accounts>[0]['clock'],
): Accounts => new Accounts({ ...identity, people: new People(store, knowledge), clock });

/** What is told once, at the first start, to whoever sees the terminal: never to a log. */
export const firstLinkWords = (address: string, link: string): Bilingual => {
  const place = `${address}/sign-in#first=${link}`;
  return {
    vi: `Chưa có người dùng. Mở liên kết này (một lần, trong 24 giờ) để tạo người quản trị đầu tiên: ${place}`,
    en: `Nobody has an account. Open this link (once, within 24 hours) to make the first administrator: ${place}`,
  };
};
