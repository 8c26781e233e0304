import { isIP } from 'node:net';
import { type Bilingual, SettingFault } from '#contracts';
import { readOwnFile } from '#persistence';

/** Where notices are sent, and what of this network may be reached. */
export interface WebhookSettings {
  readonly target: URL;
  /** Shared with the receiver: signs what is sent. */
  readonly secret: string;
  /** Addresses, or networks such as `10.20.0.0/16`, that may be reached although they are not of the open Internet. */
  readonly allowed: readonly string[];
}

const WANTED = {
  target: {
    vi: 'Đặt một địa chỉ https://… không kèm tên, mật khẩu hay #; http:// chỉ được phép khi THAC_WEBHOOK_PLAIN=on.',
    en: 'Set an address https://… without a name, a password or a #; http:// is taken with THAC_WEBHOOK_PLAIN=on alone.',
  },
  secret: {
    vi: 'Đặt THAC_WEBHOOK_SECRET từ 32 ký tự, hoặc THAC_WEBHOOK_SECRET_FILE: tệp chỉ chủ của nó đọc được (chmod 600).',
    en: 'Set THAC_WEBHOOK_SECRET, 32 characters or more, or THAC_WEBHOOK_SECRET_FILE: a file that only its owner reads (chmod 600).',
  },
  allowed: {
    vi: 'Đặt các địa chỉ IP hoặc mạng (10.20.0.0/16), cách nhau bằng dấu phẩy.',
    en: 'Set IP addresses or networks (10.20.0.0/16), separated by commas.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const SHORTEST_SECRET = 32;

/**
 * Reads the settings `THAC_WEBHOOK_…` of an installation.
 * @returns undefined where `THAC_WEBHOOK_URL` is not set
 * @throws SettingFault naming the setting
 */
export async function readWebhookSettings(environment: NodeJS.ProcessEnv): Promise<WebhookSettings | undefined> {
  const of = (name: string): string => environment[name]?.trim() ?? '';
  const text = of('THAC_WEBHOOK_URL');
  if (text === '') return undefined;
  if (!isTarget(text, of('THAC_WEBHOOK_PLAIN') === 'on')) throw new SettingFault('THAC_WEBHOOK_URL', WANTED.target);
  const allowed = of('THAC_WEBHOOK_ALLOW')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (!allowed.every(isNetwork)) throw new SettingFault('THAC_WEBHOOK_ALLOW', WANTED.allowed);
  const file = of('THAC_WEBHOOK_SECRET_FILE');
  const secret = of('THAC_WEBHOOK_SECRET') || (file === '' ? '' : ((await readOwnFile(file))?.trim() ?? ''));
  if (secret.length < SHORTEST_SECRET) throw new SettingFault('THAC_WEBHOOK_SECRET', WANTED.secret);
  return { target: new URL(text), secret, allowed };
}

function isTarget(text: string, takesPlain: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, hash } = new URL(text);
  return (protocol === 'https:' || (takesPlain && protocol === 'http:')) && `${username}${password}${hash}` === '';
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
