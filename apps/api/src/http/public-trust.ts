import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';

/** Why a browser would not trust a certificate without a question. */
export type Distrust = 'none' | 'over' | 'other-name' | 'unknown-authority';

/** What a certificate is held to. */
export interface TrustAsked {
  /** The host by which people know the server; any where it is not known. */
  readonly host?: string | undefined;
  readonly now: Date;
  /** Authorities that are trusted; those that Node knows, which are Mozilla's, unless told. */
  readonly roots?: readonly string[];
}

const BLOCK = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
/** Longer than any chain of a public authority. */
const LONGEST = 6;

/**
 * Holds a certificate and those between it and the root to what browsers hold them to: days, name, and an authority that they know.
 * Offline: whether it was revoked is not looked up.
 * @param pem the server's own first @returns undefined where they would trust it
 */
export function distrustOf(pem: string, { host, now, roots = rootCertificates }: TrustAsked): Distrust | undefined {
  const [leaf, ...between] = (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block));
  if (!leaf) return 'none';
  const chain = chainOf(leaf, between, roots);
  if (!chain) return 'unknown-authority';
  if (chain.some((each) => !isNow(each, now))) return 'over';
  return host === undefined || isOf(leaf, host) ? undefined : 'other-name';
}

/** From a certificate up to the one that a known authority signed. */
function chainOf(
  leaf: X509Certificate,
  between: readonly X509Certificate[],
  roots: readonly string[],
): readonly X509Certificate[] | undefined {
  const known = roots.map((root) => new X509Certificate(root));
  const chain = [leaf];
  for (let last = leaf; chain.length <= LONGEST; ) {
    if (known.some((root) => isSignedBy(last, root))) return chain;
    const next = between.find((each) => !chain.includes(each) && each.ca && isSignedBy(last, each));
    if (!next) return undefined;
    chain.push(next);
    last = next;
  }
  return undefined;
}

const isSignedBy = (one: X509Certificate, above: X509Certificate): boolean =>
  one.checkIssued(above) && one.verify(above.publicKey);

const isNow = ({ validFrom, validTo }: X509Certificate, now: Date): boolean =>
  new Date(validFrom) <= now && now < new Date(validTo);

/** @param host as an address of the web has it: IPv6 in brackets */
function isOf(leaf: X509Certificate, host: string): boolean {
  const bare = host.replace(/^\[(.+)\]$/, '$1');
  return (isIP(bare) === 0 ? leaf.checkHost(bare) : leaf.checkIP(bare)) !== undefined;
}
