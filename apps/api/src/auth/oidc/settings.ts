import { type Bilingual, SettingFault } from '#contracts';
import { readOwnFile } from '#persistence';

/** The claim by which somebody who comes for the first time is known: the account's name, or mail of one domain. */
export type NamingClaim = 'preferred_username' | 'email';

/** How people sign in at a provider outside (OpenID Connect). */
export interface OidcSettings {
  /** The provider, as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Address under which browsers know this server, without a slash at the end. */
  readonly baseUrl: string;
  /** What the button says one signs in with. */
  readonly name: string;
  /** Null where only those come in whom an administrator has linked. */
  readonly claim: NamingClaim | null;
  /** Domain of mail whose first part is the account's name; null unless the claim is `email`. */
  readonly mailDomain: string | null;
  /** Values of `acr` that stand for a second factor shown at the provider. */
  readonly strongAcr: readonly string[];
  /** How requests are sent; `fetch` unless told. */
  readonly fetch?: typeof fetch;
}

const CLAIMS: readonly string[] = ['preferred_username', 'email'] satisfies NamingClaim[];
const isClaim = (text: string): text is NamingClaim => CLAIMS.includes(text);

const WANTED = {
  https: {
    vi: 'Đặt địa chỉ https://… (http:// chỉ được phép trên chính máy này).',
    en: 'Set an address https://… (http:// is taken on this machine alone).',
  },
  base: {
    vi: 'Đặt THAC_BASE_URL: địa chỉ mà trình duyệt dùng để vào máy chủ này.',
    en: 'Set THAC_BASE_URL: the address by which browsers know this server.',
  },
  client: {
    vi: 'Đặt mã ứng dụng mà nơi đăng nhập đã cấp.',
    en: 'Set the id that the provider gave this application.',
  },
  secret: {
    vi: 'Đặt THAC_OIDC_CLIENT_SECRET, hoặc THAC_OIDC_CLIENT_SECRET_FILE: tệp chỉ chủ của nó đọc được (chmod 600).',
    en: 'Set THAC_OIDC_CLIENT_SECRET, or THAC_OIDC_CLIENT_SECRET_FILE: a file that only its owner reads (chmod 600).',
  },
  claim: {
    vi: 'Đặt preferred_username hoặc email, hoặc bỏ trống để chỉ nhận người đã được gắn tài khoản.',
    en: 'Set preferred_username or email, or leave it out to let in only those who are linked.',
  },
  domain: {
    vi: 'Với THAC_OIDC_CLAIM=email, đặt tên miền thư được nhận, ví dụ laocai.gov.vn.',
    en: 'With THAC_OIDC_CLAIM=email, set the domain of the mail that is taken, such as laocai.gov.vn.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An address that nobody on the way can change. */
const isSafe = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
};

/**
 * Reads the settings `THAC_OIDC_…` of an installation.
 * @returns undefined where `THAC_OIDC_ISSUER` is not set
 * @throws SettingFault naming the setting
 */
export async function readOidcSettings(environment: NodeJS.ProcessEnv): Promise<OidcSettings | undefined> {
  const of = (name: string): string => environment[name]?.trim() ?? '';
  const issuer = of('THAC_OIDC_ISSUER');
  if (issuer === '') return undefined;
  if (!isSafe(issuer)) throw new SettingFault('THAC_OIDC_ISSUER', WANTED.https);
  const baseUrl = of('THAC_BASE_URL').replace(/\/+$/, '');
  if (!isSafe(baseUrl)) throw new SettingFault('THAC_BASE_URL', WANTED.base);
  const clientId = of('THAC_OIDC_CLIENT_ID');
  if (clientId === '') throw new SettingFault('THAC_OIDC_CLIENT_ID', WANTED.client);
  const claim = of('THAC_OIDC_CLAIM');
  if (claim !== '' && !isClaim(claim)) throw new SettingFault('THAC_OIDC_CLAIM', WANTED.claim);
  const domain = of('THAC_OIDC_MAIL_DOMAIN').toLowerCase();
  if (claim === 'email' && domain === '') throw new SettingFault('THAC_OIDC_MAIL_DOMAIN', WANTED.domain);
  return {
    issuer,
    clientId,
    clientSecret: await secretOf(of('THAC_OIDC_CLIENT_SECRET'), of('THAC_OIDC_CLIENT_SECRET_FILE')),
    baseUrl,
    name: of('THAC_OIDC_NAME') || new URL(issuer).host,
    claim: claim === '' ? null : claim,
    mailDomain: claim === 'email' ? domain : null,
    strongAcr: of('THAC_OIDC_STRONG_ACR').split(/\s+/).filter(Boolean),
  };
}

async function secretOf(text: string, file: string): Promise<string> {
  if (text !== '') return text;
  const read = file === '' ? '' : ((await readOwnFile(file))?.trim() ?? '');
  if (read === '') throw new SettingFault('THAC_OIDC_CLIENT_SECRET', WANTED.secret);
  return read;
}
