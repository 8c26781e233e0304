import { createSecureContext } from 'node:tls';
import { readFile } from 'node:fs/promises';
import { type Bilingual, SettingFault } from '#contracts';
import { readOwnFile } from '#persistence';
import { type Distrust, distrustOf } from './public-trust.js';

/** What a server shows and signs with, in PEM. */
export interface Tls {
  /** Its certificate, and those between it and the root. */
  readonly cert: string;
  readonly key: string;
}

/** TLS 1.3 first; of 1.2 what keeps forward secrecy and authenticates what it encrypts. */
const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  ...['AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-GCM-SHA256'].flatMap((cipher) => [
    `ECDHE-ECDSA-${cipher}`,
    `ECDHE-RSA-${cipher}`,
  ]),
].join(':');

/** Settings of a server that speaks TLS, and nothing else. */
export const tlsOptions = ({ cert, key }: Tls) =>
  ({ cert, key, minVersion: 'TLSv1.2', ciphers: CIPHERS, honorCipherOrder: true }) as const;

/** Where an installation says that the certificate is of an authority of its own. */
const AUTHORITY = 'THAC_TLS_AUTHORITY';
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|localhost)$/;
const [CERT, KEY] = ['THAC_TLS_CERT_FILE', 'THAC_TLS_KEY_FILE'];

const WANTED = {
  cert: {
    vi: 'Đặt tệp chứng chỉ PEM (kèm các chứng chỉ trung gian), khớp với khóa trong THAC_TLS_KEY_FILE.',
    en: 'Set a PEM file with the certificate and those between it and the root; it goes with the key in THAC_TLS_KEY_FILE.',
  },
  key: {
    vi: 'Đặt tệp khóa PEM mà chỉ chủ của nó đọc được (chmod 600).',
    en: 'Set a PEM file with the key that only its owner reads (chmod 600).',
  },
  open: {
    vi: 'Nghe ngoài máy này thì cần TLS: đặt THAC_TLS_CERT_FILE và THAC_TLS_KEY_FILE; hoặc THAC_TLS=proxy nếu có máy chủ ủy nhiệm nói TLS đứng trước. Cách làm: docs/how-to/tls.md.',
    en: 'Listening beyond this machine takes TLS: set THAC_TLS_CERT_FILE and THAC_TLS_KEY_FILE; or THAC_TLS=proxy where a proxy in front speaks it. How: docs/how-to/tls.md.',
  },
} as const;

const [OWN_AUTHORITY_VI, OWN_AUTHORITY_EN] = [
  'trong mạng kín có nơi cấp riêng thì đặt THAC_TLS_AUTHORITY=own. Cách làm: docs/how-to/tls.md.',
  'in a closed network with an authority of its own set THAC_TLS_AUTHORITY=own. How: docs/how-to/tls.md.',
];

/** What to do about a certificate that browsers would ask about. */
const DISTRUSTED: Readonly<Record<Distrust, Bilingual>> = {
  none: WANTED.cert,
  over: {
    vi: `Chứng chỉ, hoặc một chứng chỉ trung gian, chưa đến ngày hoặc đã hết hạn: thay bằng chứng chỉ còn hạn; ${OWN_AUTHORITY_VI}`,
    en: `The certificate, or one between it and the root, is over or has not begun: replace it by one that is valid; ${OWN_AUTHORITY_EN}`,
  },
  'other-name': {
    vi: `Chứng chỉ không mang tên trong THAC_BASE_URL: sửa THAC_BASE_URL, hoặc xin chứng chỉ cho đúng tên ấy; ${OWN_AUTHORITY_VI}`,
    en: `The certificate does not bear the name in THAC_BASE_URL: mend THAC_BASE_URL, or get a certificate of that name; ${OWN_AUTHORITY_EN}`,
  },
  'unknown-authority': {
    vi: `Chứng chỉ không do nơi nào trình duyệt biết cấp, hoặc tệp thiếu chứng chỉ trung gian: thêm chứng chỉ trung gian hoặc thay chứng chỉ; ${OWN_AUTHORITY_VI}`,
    en: `The certificate is of no authority that browsers know, or the file lacks those between it and the root: add them, or replace it; ${OWN_AUTHORITY_EN}`,
  },
};

/**
 * Reads what an installation speaks TLS with (`THAC_TLS_CERT_FILE`, `THAC_TLS_KEY_FILE`).
 * @param host the address that is listened on: beyond this machine, nothing is served without TLS but for a proxy in front (`THAC_TLS=proxy`)
 * and with no certificate that browsers would ask about, but for an authority of one's own (`THAC_TLS_AUTHORITY=own`)
 * @returns undefined where it speaks none
 * @throws SettingFault naming the setting
 */
export async function readTls(environment: NodeJS.ProcessEnv, host: string): Promise<Tls | undefined> {
  const [certFile = '', keyFile = ''] = [environment[CERT], environment[KEY]];
  if (certFile === '' && keyFile === '') {
    if (LOOPBACK.test(host) || environment['THAC_TLS'] === 'proxy') return undefined;
    throw new SettingFault('THAC_TLS', WANTED.open);
  }
  const key = keyFile === '' ? undefined : await readOwnFile(keyFile);
  if (key === undefined) throw new SettingFault(KEY, WANTED.key);
  const cert = await readFile(certFile, 'utf8').catch(() => '');
  if (!fits({ cert, key })) throw new SettingFault(CERT, WANTED.cert);
  if (!LOOPBACK.test(host)) expectTrusted(cert, environment);
  return { cert, key };
}

function expectTrusted(cert: string, environment: NodeJS.ProcessEnv): void {
  if (environment[AUTHORITY] === 'own') return;
  const distrust = distrustOf(cert, { host: hostIn(environment), now: new Date() });
  if (distrust) throw new SettingFault(CERT, DISTRUSTED[distrust]);
}

/** By which people know the server. */
function hostIn({ THAC_BASE_URL: address = '' }: NodeJS.ProcessEnv): string | undefined {
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}

function fits(tls: Tls): boolean {
  try {
    createSecureContext(tlsOptions(tls));
    return tls.cert !== '';
  } catch {
    return false; // said by the fault, without what stands in the files
  }
}
