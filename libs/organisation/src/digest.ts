const PRIME_LOW = 0x1b3;
const utf8 = new TextEncoder();

/** FNV-1a offset basis: the digest of nothing. */
export const EMPTY_DIGEST = 'cbf29ce484222325';

/**
 * FNV-1a, 64 bits, over the UTF-8 bytes of a text, going on from an earlier digest; 16 hexadecimal digits. It names a
 * content, the same on every machine; it is no proof against someone who forges one.
 */
export function digest(text: string, onto: string = EMPTY_DIGEST): string {
  let high = Number.parseInt(onto.slice(0, 8), 16) | 0;
  let low = Number.parseInt(onto.slice(8), 16) | 0;
  for (const byte of utf8.encode(text)) {
    const mixed = low ^ byte;
    // The prime is 2^40 + 0x1b3. In halves of 16 bits every product is a small integer (BigInt takes three times as long).
    const lower = (mixed & 0xffff) * PRIME_LOW;
    const upper = (mixed >>> 16) * PRIME_LOW + (lower >>> 16);
    high = (Math.imul(high, PRIME_LOW) + (upper >>> 16) + (mixed << 8)) | 0;
    low = (upper << 16) | (lower & 0xffff);
  }
  return hex(high) + hex(low);
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');
