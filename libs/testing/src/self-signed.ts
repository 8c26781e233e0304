import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate and its key, in PEM. */
export interface SelfSigned {
  readonly cert: string;
  readonly key: string;
}

const [INTEGER, BIT_STRING, OCTET_STRING, OID, SEQUENCE, SET, UTF8, TIME, TRUE] = [2, 3, 4, 6, 0x30, 0x31, 12, 0x17, '0101ff'];
const [VERSION, EXTENSIONS, DNS_NAME, IP_ADDRESS] = [0xa0, 0xa3, 0x82, 0x87];

/** DER: a tag, a length, and what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const oid = (hex: string): Buffer => der(OID, Buffer.from(hex, 'hex'));
const ECDSA_SHA256 = der(SEQUENCE, oid('2a8648ce3d040302'));
const COMMON_NAME = oid('550403');
const BASIC_CONSTRAINTS = oid('551d13');
const ALTERNATIVE_NAMES = oid('551d11');

const utc = (at: Date): Buffer => der(TIME, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));
const nameOf = (host: string): Buffer =>
  isIP(host) === 0 ? der(DNS_NAME, Buffer.from(host)) : der(IP_ADDRESS, Buffer.from(bytesOf(host)));

/** Of an IPv4 address, or of an IPv6 one that is written with `::`. */
function bytesOf(address: string): readonly number[] {
  if (isIP(address) === 4) return address.split('.').map(Number);
  const [high = [], low = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const groups = [...high, ...Array.from({ length: 8 - high.length - low.length }, () => '0'), ...low];
  return groups.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 0xff]);
}

/** Who signs a certificate: the first host of another one, and its key. */
export interface Signer {
  readonly name: string;
  readonly key: string;
}

const named = (host: string): Buffer => der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8, Buffer.from(host)))));

/** A certificate (ECDSA, P-256) for these hosts, from yesterday for a month, that signs itself unless told who does: for tests of TLS. */
export function selfSigned(hosts: readonly string[] = ['localhost', '127.0.0.1'], signer?: Signer): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const day = 86_400_000;
  const name = named(hosts[0] ?? 'test');
  const extensions = der(
    SEQUENCE,
    der(SEQUENCE, BASIC_CONSTRAINTS, Buffer.from(TRUE, 'hex'), der(OCTET_STRING, der(SEQUENCE, Buffer.from(TRUE, 'hex')))),
    der(SEQUENCE, ALTERNATIVE_NAMES, der(OCTET_STRING, der(SEQUENCE, ...hosts.map(nameOf)))),
  );
  const signed = der(
    SEQUENCE,
    der(VERSION, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    signer ? named(signer.name) : name,
    der(SEQUENCE, utc(new Date(Date.now() - day)), utc(new Date(Date.now() + 30 * day))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(EXTENSIONS, extensions),
  );
  const signature = der(BIT_STRING, Buffer.from([0]), sign('sha256', signed, signer?.key ?? privateKey));
  const lines =
    der(SEQUENCE, signed, ECDSA_SHA256, signature)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  const cert = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return { cert, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
}
